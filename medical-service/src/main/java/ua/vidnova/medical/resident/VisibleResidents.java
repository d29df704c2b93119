package ua.vidnova.medical.resident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;

/** The people whose clinical record the caller may see: those who live in their territories. */
@ApplicationScoped
public class VisibleResidents {

  private final Caller caller;

  @Inject
  VisibleResidents(Caller caller) {
    this.caller = caller;
  }

  /** The person of whom this is a record. Empty also when the person is another territory's. */
  public Optional<Person> find(UUID recordId) {
    return Resident.findRegistered(recordId).flatMap(this::find);
  }

  /** The same for a record that is at hand. */
  public Optional<Person> find(Resident record) {
    return Optional.of(Person.of(record)).filter(person -> caller.covers(person.settlement()));
  }
}
