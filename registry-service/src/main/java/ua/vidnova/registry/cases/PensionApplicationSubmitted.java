package ua.vidnova.registry.cases;

import java.time.LocalDate;
import java.util.UUID;
import ua.vidnova.chassis.events.OutgoingEvent;

/** Tells that a resident applied for a pension; never what the application says. */
public record PensionApplicationSubmitted(UUID caseId, UUID residentId, LocalDate submittedOn)
    implements OutgoingEvent {

  static PensionApplicationSubmitted of(ServiceCase submitted) {
    return new PensionApplicationSubmitted(
        submitted.id(), submitted.residentId(), submitted.submittedOn());
  }

  @Override
  public String topic() {
    return "registry.residents";
  }

  @Override
  public String type() {
    return "ua.vidnova.registry.PensionApplicationSubmitted.v1";
  }

  @Override
  public String key() {
    return residentId.toString();
  }
}
