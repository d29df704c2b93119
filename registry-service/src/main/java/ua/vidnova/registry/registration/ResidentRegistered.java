package ua.vidnova.registry.registration;

import java.time.LocalDate;
import java.util.UUID;
import ua.vidnova.chassis.events.OutgoingEvent;
import ua.vidnova.registry.resident.Resident;

/** Tells that someone entered the registry, and where; never who it is. */
public record ResidentRegistered(UUID residentId, String settlement, LocalDate registeredOn)
    implements OutgoingEvent {

  static ResidentRegistered of(Resident resident) {
    return new ResidentRegistered(resident.id(), resident.settlement(), resident.registeredOn());
  }

  @Override
  public String topic() {
    return "registry.residents";
  }

  @Override
  public String type() {
    return "ua.vidnova.registry.ResidentRegistered.v1";
  }

  @Override
  public String key() {
    return residentId.toString();
  }
}
