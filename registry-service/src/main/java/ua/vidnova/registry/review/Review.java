package ua.vidnova.registry.review;

import java.util.List;
import ua.vidnova.registry.matching.Explanation.Sentence;
import ua.vidnova.registry.resident.ResidentFile;

/**
 * A pair with the files of both sides.
 *
 * @param sides those of the persons; when both records are of one person, those of the records
 * @param sentences why the records may be of one person, for a person to read
 */
public record Review(MatchPair pair, List<ResidentFile> sides, List<Sentence> sentences) {}
