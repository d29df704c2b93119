package ua.vidnova.medical.visit;

import java.time.Instant;
import java.util.UUID;
import ua.vidnova.chassis.events.OutgoingEvent;

/** A brigade saw a resident. Says that and where, nothing clinical. */
public record VisitRecorded(UUID visitId, UUID residentId, String settlement, Instant startedAt)
    implements OutgoingEvent {

  static VisitRecorded of(Visit visit) {
    var facts = visit.facts();
    return new VisitRecorded(visit.id(), facts.residentId(), facts.settlement(), facts.startedAt());
  }

  @Override
  public String topic() {
    return "medical.visits";
  }

  @Override
  public String type() {
    return "ua.vidnova.medical.VisitRecorded.v1";
  }

  @Override
  public String key() {
    return residentId.toString();
  }
}
