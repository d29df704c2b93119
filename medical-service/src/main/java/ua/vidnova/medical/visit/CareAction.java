package ua.vidnova.medical.visit;

import jakarta.persistence.Embeddable;

/**
 * What the medic did.
 *
 * @param code of ICPC-2
 * @param text the medic's own words; may be null
 */
@Embeddable
public record CareAction(String code, String text) {}
