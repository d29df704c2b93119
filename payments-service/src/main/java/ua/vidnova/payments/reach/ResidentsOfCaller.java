package ua.vidnova.payments.reach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.payments.resident.Resident;

/** People who live within a caller's territories. */
@ApplicationScoped
public class ResidentsOfCaller {

  private final Caller caller;

  @Inject
  ResidentsOfCaller(Caller caller) {
    this.caller = caller;
  }

  /** The person of a record; empty when it is not there or not the caller's to see. */
  public Optional<Resident> findPerson(UUID residentId) {
    return Resident.<Resident>findByIdOptional(residentId)
        .map(Resident::person)
        .filter(person -> person.settlement() != null && caller.covers(person.settlement()));
  }
}
