package ua.vidnova.medical.visit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ua.vidnova.chassis.events.Outbox;
import ua.vidnova.medical.resident.AnonymousBecameKnown;
import ua.vidnova.medical.resident.AnonymousWasNotKnown;
import ua.vidnova.medical.resident.LifeState;
import ua.vidnova.medical.resident.Person;
import ua.vidnova.medical.resident.Resident;

/**
 * Keeps the person's record, and the other services, in line with what visits say of a death. Of
 * the death of someone anonymous nobody is told until registry knows who it was.
 */
@ApplicationScoped
class Deaths {

  private final Outbox outbox;

  @Inject
  Deaths(Outbox outbox) {
    this.outbox = outbox;
  }

  /** Notes what a first revision says. */
  void note(Visit visit, Resident resident) {
    dayIn(visit).ifPresent(day -> record(visit, day, resident));
  }

  /** Notes what a correction changed: a death is taken back, recorded, or had another day. */
  void note(Visit corrected, Visit correction, Resident resident) {
    var before = dayIn(corrected);
    var now = dayIn(correction);
    if (before.equals(now)) {
      return;
    }
    if (before.isPresent()) {
      takeBack(corrected, correction, resident);
      registered(resident).ifPresent(id -> outbox.append(new DeathWithdrawn(correction.id(), id)));
    }
    now.ifPresent(day -> record(correction, day, resident));
  }

  /** Another visit may have recorded the death too: then that one counts. */
  private static void takeBack(Visit corrected, Visit correction, Resident resident) {
    Visit.findDeathsOf(resident.id()).stream()
        .filter(another -> !another.id().equals(corrected.id()))
        .findFirst()
        .ifPresentOrElse(
            another ->
                resident.diedAsNotedElsewhere(
                    recordedAt(corrected), another.diedOn().orElseThrow(), another.recordedAt()),
            () ->
                resident.livesAfterAll(
                    recordedAt(corrected),
                    correction.facts().startedOn(),
                    correction.recordedAt()));
  }

  /** True when a visit would be after a death, which it did not record itself, and was not so. */
  static boolean isMovedPast(Visit corrected, VisitFacts facts, Person person) {
    var stayed =
        !corrected.isWithdrawn() && facts.startedOn().equals(corrected.facts().startedOn());
    return !stayed
        && person.wasDeadBefore(facts.startedOn())
        && !person.diedOn().equals(dayIn(corrected));
  }

  private static Set<Instant> recordedAt(Visit corrected) {
    return Visit.findRevisions(corrected.id(), 1, corrected.revision()).stream()
        .map(Visit::recordedAt)
        .collect(Collectors.toSet());
  }

  /** Tells of deaths that were recorded before anyone knew whose they were. */
  void tellOf(@Observes AnonymousBecameKnown known) {
    Visit.findDeathsOf(known.recordId())
        .forEach(visit -> outbox.append(deathIn(visit, known.residentId())));
  }

  /** Takes back what was told of somebody whom registry took the dead for. */
  void takeBack(@Observes AnonymousWasNotKnown unknown) {
    Visit.findDeathsOf(unknown.recordId())
        .forEach(visit -> outbox.append(new DeathWithdrawn(visit.id(), unknown.residentId())));
  }

  private void record(Visit visit, LocalDate day, Resident resident) {
    resident.isNow(LifeState.DECEASED, day, visit.recordedAt());
    registered(resident).ifPresent(id -> outbox.append(deathIn(visit, id)));
  }

  private static DeathRecorded deathIn(Visit visit, UUID residentId) {
    return new DeathRecorded(visit.id(), residentId, visit.diedOn().orElseThrow());
  }

  /** Under which id registry knows the person. */
  private static Optional<UUID> registered(Resident resident) {
    return resident.isAnonymous() ? resident.mergedInto() : Optional.of(resident.id());
  }

  private static Optional<LocalDate> dayIn(Visit visit) {
    return visit.isWithdrawn() ? Optional.empty() : visit.diedOn();
  }
}
