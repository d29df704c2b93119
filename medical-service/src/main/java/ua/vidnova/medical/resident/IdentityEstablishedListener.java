package ua.vidnova.medical.resident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import ua.vidnova.chassis.events.EventHandler;
import ua.vidnova.chassis.events.IncomingEvent;

/** Hears who a resident is. */
@ApplicationScoped
class IdentityEstablishedListener implements EventHandler<IdentityEstablished> {

  private final Event<AnonymousBecameKnown> becameKnown;

  @Inject
  IdentityEstablishedListener(Event<AnonymousBecameKnown> becameKnown) {
    this.becameKnown = becameKnown;
  }

  @Override
  public String type() {
    return "ua.vidnova.registry.IdentityEstablished.v1";
  }

  @Override
  public Class<IdentityEstablished> dataType() {
    return IdentityEstablished.class;
  }

  @Override
  public void handle(IncomingEvent<IdentityEstablished> event) {
    var data = event.data();
    var resident = Resident.heardOf(data.residentId());
    var wasAnonymous = resident.isAnonymous();
    resident.livesIn(data.settlement(), event.time());
    resident.isIdentifiedAs(data.name(), data.birthDate(), data.sex(), event.time());
    if (wasAnonymous) {
      becameKnown.fire(new AnonymousBecameKnown(resident.id(), resident.id()));
    }
  }
}
