package ua.vidnova.coordination.trip;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.access.Roles;

/**
 * Looks up trips that the caller may see: coordinators and auditors those that stop in their
 * territories, everyone those on which they are.
 */
@ApplicationScoped
public class FindTrips {

  private final Caller caller;

  @Inject
  FindTrips(Caller caller) {
    this.caller = caller;
  }

  /** What a coordinator looks for; an empty part is any. */
  public record Wanted(
      Optional<String> territory,
      Optional<UUID> brigadeId,
      Optional<TripState> state,
      Optional<LocalDate> from,
      Optional<LocalDate> to) {}

  @Transactional
  public Optional<Trip> find(UUID id) {
    return Trip.findTrip(id).filter(this::isVisible);
  }

  /** Of the caller's territories, the latest first. */
  @Transactional
  public List<Trip> list(Wanted wanted, Optional<TripPosition> after, int limit) {
    return Trip.list(
        new Trip.Query(
            caller.territories(),
            wanted.territory(),
            wanted.brigadeId(),
            wanted.state(),
            wanted.from(),
            wanted.to()),
        after,
        limit);
  }

  /** Those on which the caller is or was, the latest first. */
  @Transactional
  public List<Trip> listMine(Optional<TripPosition> after, int limit) {
    return Trip.listOfUser(caller.name(), after, limit);
  }

  private boolean isVisible(Trip trip) {
    return trip.hasMember(caller.name())
        || ((caller.hasRole(Roles.COORDINATOR) || caller.hasRole(Roles.AUDITOR))
            && trip.plan().stops().stream().map(Stop::settlement).anyMatch(caller::covers));
  }
}
