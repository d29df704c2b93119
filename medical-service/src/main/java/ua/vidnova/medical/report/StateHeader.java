package ua.vidnova.medical.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.locks.TransactionLock;
import ua.vidnova.chassis.time.KyivCalendar;

/** A brigade says of its day what no visit tells: whom to call, beds, needs and risks. */
@ApplicationScoped
public class StateHeader {

  private final Headers headers;
  private final BrigadeTrips brigadeTrips;
  private final TransactionLock lock;
  private final Caller caller;
  private final AuditTrail auditTrail;
  private final KyivCalendar calendar;

  @Inject
  StateHeader(
      Headers headers,
      BrigadeTrips brigadeTrips,
      TransactionLock lock,
      Caller caller,
      AuditTrail auditTrail,
      KyivCalendar calendar) {
    this.headers = headers;
    this.brigadeTrips = brigadeTrips;
    this.lock = lock;
    this.caller = caller;
    this.auditTrail = auditTrail;
    this.calendar = calendar;
  }

  /** What came of it. */
  public sealed interface Outcome {

    /** It stands; the same said again makes no new version. */
    record Stands(StatedHeader header) implements Outcome {}

    /** The brigade has no trip on the day with the caller on it. */
    record NotOnTrip() implements Outcome {}

    record ChangedMeanwhile() implements Outcome {}

    record InTheFuture() implements Outcome {}
  }

  /**
   * Adds a version, unless something stands against it.
   *
   * @param readVersion version that the caller has seen; empty when they do not mind
   */
  @Transactional
  public Outcome state(UUID brigadeId, LocalDate day, HeaderFacts facts, OptionalLong readVersion) {
    if (day.isAfter(calendar.today())) {
      return new Outcome.InTheFuture();
    }
    if (!brigadeTrips.isMember(brigadeTrips.ofBrigade(brigadeId, new Days(day, day)))) {
      return new Outcome.NotOnTrip();
    }
    lock.waitForOthersWith("report header " + brigadeId + day);
    var before = headers.find(brigadeId, day);
    var version = before.map(StatedHeader::version).orElse(0);
    if (readVersion.orElse(version) != version) {
      return new Outcome.ChangedMeanwhile();
    }
    if (before.filter(said -> said.facts().equals(facts)).isPresent()) {
      return new Outcome.Stands(before.get());
    }
    var header =
        new StatedHeader(brigadeId, day, version + 1, facts, caller.name(), calendar.now());
    headers.add(header, caller.id());
    auditTrail.wrote("stated", "daily-report-header", brigadeId, null);
    return new Outcome.Stands(header);
  }

  /** What stands; empty also when the day is not the caller's to know of. */
  @Transactional
  public Optional<StatedHeader> find(UUID brigadeId, LocalDate day) {
    var trips = brigadeTrips.ofBrigade(brigadeId, new Days(day, day));
    return trips.isEmpty() || !brigadeTrips.mayKnow(trips, Set.of())
        ? Optional.empty()
        : headers.find(brigadeId, day);
  }
}
