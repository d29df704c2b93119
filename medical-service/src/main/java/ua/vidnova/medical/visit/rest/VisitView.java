package ua.vidnova.medical.visit.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.medical.visit.Outcome;
import ua.vidnova.medical.visit.Reason;
import ua.vidnova.medical.visit.Visit;
import ua.vidnova.medical.visit.Vitals;

/** A visit as medics see it. */
@Schema(name = "Visit")
record VisitView(
    UUID id,
    UUID residentId,
    String settlement,
    Instant startedAt,
    Instant endedAt,
    String complaint,
    Vitals vitals,
    List<Reason> reasons,
    Outcome outcome,
    @Schema(description = "The medic's name") String recordedBy,
    Instant recordedAt) {

  static VisitView of(Visit visit) {
    var facts = visit.facts();
    return new VisitView(
        visit.id(),
        facts.residentId(),
        facts.settlement(),
        facts.startedAt(),
        facts.endedAt(),
        facts.complaint(),
        facts.vitals(),
        facts.reasons(),
        facts.outcome(),
        visit.recordedByName(),
        visit.recordedAt());
  }
}
