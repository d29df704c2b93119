package ua.vidnova.chassis.problems;

/**
 * One thing wrong with one field of a request.
 *
 * @param field JSON path, such as {@code documents[0].number}
 * @param code stable code for programs
 * @param message what to do about it; never repeats the value
 */
public record FieldError(String field, String code, String message) {}
