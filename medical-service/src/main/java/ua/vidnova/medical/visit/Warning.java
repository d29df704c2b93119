package ua.vidnova.medical.visit;

/**
 * Something odd that people should look into; the visit is recorded all the same.
 *
 * @param field JSON path, such as {@code medicines[0].expiresOn}
 * @param code stable, for machines
 * @param message for people
 */
public record Warning(String field, String code, String message) {}
