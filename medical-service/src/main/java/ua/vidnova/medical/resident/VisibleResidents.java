package ua.vidnova.medical.resident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.medical.reach.ReachOfCaller;
import ua.vidnova.medical.trip.TripHistory;

/** The people whose clinical record the caller may see: those within their reach. */
@ApplicationScoped
public class VisibleResidents {

  private final ReachOfCaller reach;

  @Inject
  VisibleResidents(ReachOfCaller reach) {
    this.reach = reach;
  }

  /** The person of whom this is a record. Empty also when the person is out of reach. */
  public Optional<Person> find(UUID recordId) {
    return Resident.findRegistered(recordId).flatMap(this::find);
  }

  /** The same for a record that is at hand. */
  public Optional<Person> find(Resident record) {
    return Optional.of(Person.of(record))
        .filter(person -> reach.reaches(person.recordIds(), person.settlement()));
  }

  /**
   * The person whom the caller met on a trip: to record what was done then, not to read. Empty when
   * the person lives where the trip never stopped.
   */
  public Optional<Person> findMet(Resident record, TripHistory trip) {
    return Optional.of(Person.of(record))
        .filter(person -> reach.wasOnTheWay(trip, person.settlement()));
  }
}
