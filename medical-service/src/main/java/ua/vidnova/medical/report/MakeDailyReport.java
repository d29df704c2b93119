package ua.vidnova.medical.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.contracts.reference.Territory;
import ua.vidnova.medical.territory.Settlements;

/** Makes the report of a territory, a brigade or a trip over a span of days, from visits. */
@ApplicationScoped
public class MakeDailyReport {

  private final CountVisits countVisits;
  private final BrigadeTrips brigadeTrips;
  private final Headers headers;
  private final ReportSettings settings;
  private final Caller caller;
  private final AuditTrail auditTrail;
  private final KyivCalendar calendar;

  @Inject
  MakeDailyReport(
      CountVisits countVisits,
      BrigadeTrips brigadeTrips,
      Headers headers,
      ReportSettings settings,
      Caller caller,
      AuditTrail auditTrail,
      KyivCalendar calendar) {
    this.countVisits = countVisits;
    this.brigadeTrips = brigadeTrips;
    this.headers = headers;
    this.settings = settings;
    this.caller = caller;
    this.auditTrail = auditTrail;
    this.calendar = calendar;
  }

  /** Makes it, unless it is not the caller's to see. */
  @Transactional
  public Reporting make(Wanted wanted, Days days) {
    return switch (wanted) {
      case Wanted.OfTerritory(var code) ->
          Territories.ukraine()
              .find(code)
              .map(territory -> ofTerritory(territory, days))
              .orElseGet(Reporting.NotFound::new);
      case Wanted.OfBrigade(var id) -> ofTrips(id, brigadeTrips.ofBrigade(id, days), wanted, days);
      case Wanted.OfTrip(var id) -> ofTrips(id, brigadeTrips.ofTrip(id, days), wanted, days);
    };
  }

  private Reporting ofTerritory(Territory territory, Days days) {
    if (!caller.covers(territory.code())) {
      return new Reporting.PlaceNotCovered();
    }
    var settlements = Settlements.within(List.of(territory.code()));
    var scope = new Scope.Area(territory.code(), territory.nameUk(), settlements);
    auditTrail.read("daily-report", null, null);
    return new Reporting.Made(report(scope, days, countVisits.count(scope, days), List.of()));
  }

  private Reporting ofTrips(UUID id, List<BrigadeTrips.Found> trips, Wanted wanted, Days days) {
    if (trips.isEmpty()) {
      return new Reporting.NotFound();
    }
    var first = trips.getFirst();
    var scope =
        wanted instanceof Wanted.OfTrip
            ? new Scope.Trip(id, first.brigadeId(), first.brigadeName())
            : new Scope.Brigade(id, first.brigadeName());
    var counts = countVisits.count(scope, days);
    var seenIn =
        counts.places().stream().map(Counts.OfPlace::settlement).collect(Collectors.toSet());
    if (!brigadeTrips.mayKnow(trips, seenIn)) {
      return new Reporting.PlaceNotCovered();
    }
    auditTrail.read("daily-report", id, null);
    return new Reporting.Made(report(scope, days, counts, headers.list(first.brigadeId(), days)));
  }

  private DailyReport report(Scope scope, Days days, Counts counts, List<StatedHeader> stated) {
    var names = LocalNames.on(days);
    var counted = TabulationRules.rows(counts, names.last());
    var findings = new ArrayList<>(counts.findings());
    findings.addAll(TabulationRules.localItems(counted, names.inForce()));
    var rows = shown(counted, counts.consultations());
    return new DailyReport(
        scope,
        days,
        counts.places(),
        counts.teams(),
        stated,
        rows,
        TabulationRules.checks(counts),
        TabulationRules.ofShown(findings, rows),
        calendar.now());
  }

  /** What the caller may know; a protection officer prints the form with all counts. */
  private List<Row> shown(List<Row> counted, long consultations) {
    if (caller.hasRole(Roles.PROTECTION_OFFICER)) {
      return counted;
    }
    var rows = TabulationRules.withoutFew(counted, settings.protectionCountMin());
    return caller.hasRole(Roles.MEDIC) || caller.hasRole(Roles.BRIGADE_LEAD)
        ? rows
        : TabulationRules.withoutClinical(rows, consultations, settings.consultationsMin());
  }
}
