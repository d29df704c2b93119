package ua.vidnova.payments.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A resident's application for a pension.
 *
 * @param caseId as the registry knows the application
 * @param settlement where the resident lives
 * @param resumptionIds what it led to; empty while it is open
 */
public record PensionApplication(
    UUID caseId,
    UUID residentId,
    String settlement,
    LocalDate submittedOn,
    Instant receivedAt,
    List<UUID> resumptionIds) {

  /** OPEN until the resident has a resumption that the application belongs to. */
  public ApplicationState state() {
    return resumptionIds.isEmpty() ? ApplicationState.OPEN : ApplicationState.LINKED;
  }
}
