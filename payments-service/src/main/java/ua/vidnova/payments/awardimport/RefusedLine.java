package ua.vidnova.payments.awardimport;

/**
 * One thing wrong with one line of a file.
 *
 * @param line number in the file; the header is 1
 * @param field column, or {@link LineRefusal#WHOLE_LINE}
 */
public record RefusedLine(int line, String field, LineRefusal refusal) {}
