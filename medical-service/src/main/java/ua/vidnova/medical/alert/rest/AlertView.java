package ua.vidnova.medical.alert.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.medical.alert.Alert;
import ua.vidnova.medical.alert.AlertState;

/**
 * An alert as callers see it.
 *
 * @param visitId for medics alone; the visit's own door tells who may open it
 */
@Schema(name = "Alert")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AlertView(
    UUID id,
    AlertState state,
    @Schema(description = "Item of the WHO EMT Minimum Data Set", examples = "31") int item,
    String nameEn,
    String nameUk,
    String settlement,
    String hromada,
    LocalDate occurredOn,
    Instant raisedAt,
    Instant acknowledgedAt,
    String acknowledgedByName,
    String acknowledgementNote,
    UUID visitId) {

  static AlertView of(Alert alert, boolean withVisit) {
    return new AlertView(
        alert.id(),
        alert.state(),
        alert.item().number(),
        alert.item().nameEn(),
        alert.item().nameUk(),
        alert.settlement(),
        alert.hromada(),
        alert.occurredOn(),
        alert.raisedAt(),
        alert.acknowledgedAt(),
        alert.acknowledgedByName(),
        alert.acknowledgementNote(),
        withVisit ? alert.visitId() : null);
  }
}
