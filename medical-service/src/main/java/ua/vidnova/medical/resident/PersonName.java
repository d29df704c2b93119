package ua.vidnova.medical.resident;

import jakarta.persistence.Embeddable;

/**
 * A person's name in Ukrainian, as registry identified them.
 *
 * @param patronymic null when the person has none
 */
@Embeddable
public record PersonName(String family, String given, String patronymic) {}
