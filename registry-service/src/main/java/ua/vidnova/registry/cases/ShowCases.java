package ua.vidnova.registry.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.time.KyivCalendar;

/** Shows cases to those who may see them, and notes whose were shown. */
@ApplicationScoped
public class ShowCases {

  private static final LocalDate BEFORE_ALL = LocalDate.of(1900, 1, 1);
  private static final LocalDate AFTER_ALL = LocalDate.of(9999, 12, 31);

  private final CaseReach reach;
  private final CaseFiles files;
  private final CaseConfig config;
  private final KyivCalendar calendar;
  private final AuditTrail auditTrail;

  @Inject
  ShowCases(
      CaseReach reach,
      CaseFiles files,
      CaseConfig config,
      KyivCalendar calendar,
      AuditTrail auditTrail) {
    this.reach = reach;
    this.files = files;
    this.config = config;
    this.calendar = calendar;
    this.auditTrail = auditTrail;
  }

  /** How near the deadline of an open case is. */
  public enum Due {
    SOON,
    OVERDUE
  }

  /** What a list is narrowed to. */
  public record Filter(
      Optional<UUID> residentId,
      Optional<String> service,
      Optional<CaseState> state,
      Optional<Due> due) {}

  /** One case; empty when it is not there or not the caller's to see. */
  @Transactional
  public Optional<CaseFile> show(UUID caseId) {
    return reach
        .find(caseId)
        .map(
            one -> {
              var file = files.of(one);
              auditTrail.read("case", one.id(), one.residentId());
              return file;
            });
  }

  /** The nearest deadline first. */
  @Transactional
  public Page<CaseSummary> list(Filter filter, PageRequest asked) {
    var today = calendar.today();
    var due = filter.due();
    var states = filter.state().map(List::of).orElse(Arrays.asList(CaseState.values()));
    var found =
        reach.list(
            new CaseReach.Query(
                filter.residentId(),
                filter.service(),
                due.isPresent()
                    ? states.stream().filter(CaseState.OPEN::contains).toList()
                    : states,
                due.map(when -> when == Due.SOON ? today : BEFORE_ALL).orElse(BEFORE_ALL),
                due.map(when -> lastDeadline(when, today)).orElse(AFTER_ALL),
                asked.after().map(CaseReach.Place::parse),
                asked.limit() + 1));
    var page = Page.of(found, asked.limit(), one -> CaseReach.Place.of(one).toString());
    var view = page.map(one -> CaseSummary.of(one, today));
    auditTrail.readAll(
        "case", page.items().stream().map(ServiceCase::residentId).distinct().toList());
    return view;
  }

  private LocalDate lastDeadline(Due due, LocalDate today) {
    return switch (due) {
      case SOON -> today.plusDays(config.dueSoonDays());
      case OVERDUE -> today.minusDays(1);
    };
  }
}
