package ua.vidnova.medical.visit;

import jakarta.persistence.Embeddable;

/**
 * Why the person was seen.
 *
 * @param code of ICPC-2, as the operator's dictionary has it; not looked up here
 * @param text the medic's own words; may be null
 */
@Embeddable
public record Reason(String code, String text) {}
