package ua.vidnova.payments.awardimport;

import java.util.List;

/**
 * What came of a file.
 *
 * @param file the record of it; of its first arrival when it is the same file again
 * @param isNew false when the same file had come before and nothing is new in it
 * @param counts of this time
 * @param firstRefused the first refusals; the rest can be listed
 */
public record ImportResult(
    AwardImport file, boolean isNew, LineCounts counts, List<RefusedLine> firstRefused) {}
