package ua.vidnova.payments.listening;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import ua.vidnova.chassis.events.EventHandler;
import ua.vidnova.chassis.events.IncomingEvent;
import ua.vidnova.payments.resident.Resident;

/** A resident was entered in the registry: where they live is known. */
@ApplicationScoped
public class ResidentRegisteredListener
    implements EventHandler<ResidentRegisteredListener.ResidentRegistered> {

  /** The part of the event that payments needs. */
  public record ResidentRegistered(UUID residentId, String settlement) {}

  @Override
  public String type() {
    return "ua.vidnova.registry.ResidentRegistered.v1";
  }

  @Override
  public Class<ResidentRegistered> dataType() {
    return ResidentRegistered.class;
  }

  @Override
  public void handle(IncomingEvent<ResidentRegistered> event) {
    Resident.getOrMakeLocked(event.data().residentId()).register(event.data().settlement());
  }
}
