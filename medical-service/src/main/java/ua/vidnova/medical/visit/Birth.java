package ua.vidnova.medical.visit;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.UUID;
import ua.vidnova.contracts.identifiers.Sex;

/**
 * A child that the person bore.
 *
 * @param id of this entry, new in each revision
 * @param alive at birth
 */
@Embeddable
public record Birth(
    UUID id, LocalDate bornOn, @Enumerated(EnumType.STRING) Sex sex, Boolean alive) {}
