package ua.vidnova.medical.need.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.medical.need.AskedBy;
import ua.vidnova.medical.need.ClosingReason;
import ua.vidnova.medical.need.NeedNow;
import ua.vidnova.medical.need.NeedState;
import ua.vidnova.medical.need.Priority;

/** A need as callers see it. What is clinical, only those who treat people see, and its noter. */
@Schema(name = "Need")
@JsonInclude(JsonInclude.Include.NON_NULL)
record NeedView(
    UUID id,
    NeedState state,
    UUID residentId,
    String about,
    String settlement,
    String address,
    UUID householdId,
    AskedBy askedBy,
    Instant askedAt,
    boolean urgent,
    @Schema(description = "For those who treat people, and who noted it") String words,
    @Schema(description = "For those who treat people, and who noted it")
        NeedRequest.ToldRequest told,
    @Schema(description = "Priority if the visit were today; absent when it is settled")
        Integer points,
    @Schema(description = "For those who treat people: why") List<Priority.Reason> reasons,
    @Schema(description = "With PLANNED") NeedNow.Planned planned,
    @Schema(description = "With MET: the visit") UUID metBy,
    @Schema(description = "With CLOSED") ClosingReason closedReason,
    String closedNote,
    @Schema(description = "The name of who noted it") String notedBy,
    Instant notedAt,
    int version) {

  /**
   * Shows one.
   *
   * @param priority null when it is settled
   * @param clinical whether the caller treats people there
   */
  static NeedView of(NeedNow need, Priority priority, boolean clinical, boolean noter) {
    var facts = need.facts();
    return new NeedView(
        need.id(),
        need.state(),
        facts.residentId(),
        facts.about(),
        facts.settlement(),
        facts.address(),
        facts.householdId(),
        facts.askedBy(),
        facts.askedAt(),
        facts.urgent(),
        clinical || noter ? facts.words() : null,
        clinical || noter ? NeedRequest.ToldRequest.of(facts.told()) : null,
        priority == null ? null : priority.points(),
        priority == null || !clinical ? null : priority.reasons(),
        need.planned().orElse(null),
        need.metBy().orElse(null),
        need.closedReason().orElse(null),
        need.closedNote().orElse(null),
        need.notedByName(),
        need.notedAt(),
        need.version());
  }
}
