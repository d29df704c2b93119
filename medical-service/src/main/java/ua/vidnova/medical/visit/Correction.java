package ua.vidnova.medical.visit;

/**
 * Why a visit is corrected.
 *
 * @param reason for people to read
 * @param withdrawn true when the visit was entered in error and counts nowhere
 */
public record Correction(String reason, boolean withdrawn) {}
