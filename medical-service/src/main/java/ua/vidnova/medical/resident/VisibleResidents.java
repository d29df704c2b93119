package ua.vidnova.medical.resident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;

/** The residents whose clinical record the caller may see: those who live in their territories. */
@ApplicationScoped
public class VisibleResidents {

  private final Caller caller;

  @Inject
  VisibleResidents(Caller caller) {
    this.caller = caller;
  }

  /** Empty also when the resident is another territory's. */
  public Optional<Resident> find(UUID id) {
    return Resident.findRegistered(id).filter(this::includes);
  }

  public boolean includes(Resident resident) {
    return caller.covers(resident.settlement());
  }
}
