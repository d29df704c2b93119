package ua.vidnova.registry.followup.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.registry.followup.FollowUp;
import ua.vidnova.registry.followup.FollowUpKind;
import ua.vidnova.registry.followup.FollowUpState;

/** A follow-up as a registrar sees it; ids only, the person is opened by theirs. */
@Schema(name = "FollowUp")
public record FollowUpView(
    UUID id,
    @Schema(description = "For If-Match") long version,
    FollowUpKind kind,
    FollowUpState state,
    @Schema(description = "The mother's, of a BIRTH") UUID residentId,
    @Schema(description = "As medical-service knows it") UUID visitId,
    @Schema(description = "Of the birth, referral or sighting") LocalDate occurredOn,
    @Schema(description = "Of a BIRTH: which of the children born alive, from 1") Integer child,
    @Schema(description = "Of MISSING_SEEN: KATOTTG code of where") String settlement,
    Instant heardAt,
    @Schema(description = "Since when medical says it no more, also of one that was closed")
        Instant withdrawnAt,
    @Schema(description = "What was done, or why nothing; absent unless a registrar closed it")
        String note,
    String closedBy,
    Instant closedAt) {

  static FollowUpView of(FollowUp followUp) {
    return new FollowUpView(
        followUp.id(),
        followUp.version(),
        followUp.kind(),
        followUp.state(),
        followUp.residentId(),
        followUp.visitId(),
        followUp.occurredOn(),
        followUp.child().orElse(null),
        followUp.settlement().orElse(null),
        followUp.heardAt(),
        followUp.withdrawnAt().orElse(null),
        followUp.note().orElse(null),
        followUp.closedByName().orElse(null),
        followUp.closedAt().orElse(null));
  }
}
