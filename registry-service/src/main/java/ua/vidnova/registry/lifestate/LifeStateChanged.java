package ua.vidnova.registry.lifestate;

import java.time.LocalDate;
import java.util.UUID;
import ua.vidnova.chassis.events.OutgoingEvent;
import ua.vidnova.registry.resident.LifeState;
import ua.vidnova.registry.resident.Resident;

/** Tells that a resident's life state is another from a day on. */
public record LifeStateChanged(UUID residentId, LifeState lifeState, LocalDate effectiveOn)
    implements OutgoingEvent {

  static LifeStateChanged of(Resident resident) {
    return new LifeStateChanged(resident.id(), resident.lifeState(), resident.lifeStateSince());
  }

  @Override
  public String topic() {
    return "registry.residents";
  }

  @Override
  public String type() {
    return "ua.vidnova.registry.LifeStateChanged.v1";
  }

  @Override
  public String key() {
    return residentId.toString();
  }
}
