package ua.vidnova.medical.stock;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a visit took of a batch, as the medic read it on the box.
 *
 * @param quantity in the medicine's unit
 */
public record Taken(UUID medicineId, String batch, LocalDate expiresOn, BigDecimal quantity) {}
