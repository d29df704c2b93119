package ua.vidnova.medical.visit;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A vaccine that was given.
 *
 * @param id of this entry, new in each revision
 * @param medicineId of the catalogue, when it came from the brigade's stock; else null
 * @param vaccineCode of the operator's list of vaccines
 * @param vaccine name as on the box; likewise batch and expiry
 * @param expiresOn last day on which it may be used
 * @param dose which of the series, from 1; may be null
 * @param site where on the body; may be null
 */
@Embeddable
public record Vaccination(
    UUID id,
    UUID medicineId,
    String vaccineCode,
    String vaccine,
    String batch,
    LocalDate expiresOn,
    Integer dose,
    String site) {}
