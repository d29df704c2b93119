package ua.vidnova.medical.need;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.time.KyivCalendar;

/** Looks up needs of the caller's territories, and how pressing they are today. */
@ApplicationScoped
public class FindNeeds {

  private final WaitingPeople waiting;
  private final Weights weights;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final AuditTrail trail;

  @Inject
  FindNeeds(
      WaitingPeople waiting,
      Weights weights,
      Caller caller,
      KyivCalendar calendar,
      AuditTrail trail) {
    this.waiting = waiting;
    this.weights = weights;
    this.caller = caller;
    this.calendar = calendar;
    this.trail = trail;
  }

  /** One that is within the caller's territories. */
  @Transactional
  public Optional<NeedNow> find(UUID id) {
    var found = NeedNow.findNeed(id).filter(need -> caller.covers(need.facts().settlement()));
    found.ifPresent(need -> trail.read("need", id, need.facts().residentId()));
    return found;
  }

  /** Those within the caller's territories, by id, behind the one given. */
  @Transactional
  public List<NeedNow> list(
      Optional<String> territory, Optional<NeedState> state, Optional<UUID> after, int limit) {
    return NeedNow.list(caller.territories(), territory, state, after, limit);
  }

  /** Everyone of a page that is shown is audited as read. */
  @Transactional
  public void audit(List<NeedNow> shown) {
    trail.readAll(
        "needs",
        shown.stream()
            .map(need -> need.facts().residentId())
            .filter(Objects::nonNull)
            .distinct()
            .toList());
  }

  /** Of those that are not settled, if the visit were today. */
  @Transactional
  public Map<UUID, Priority> prioritiesOf(List<NeedNow> needs) {
    var today = calendar.today();
    var inForce = weights.inForce(today).map(PriorityEdition::weights).orElse(List.of());
    var unsettled =
        needs.stream()
            .filter(need -> need.state() == NeedState.OPEN || need.state() == NeedState.PLANNED)
            .map(NeedNow::id)
            .toList();
    return waiting.listOf(unsettled, today).stream()
        .collect(
            toMap(
                one -> one.request().orElseThrow().needId(),
                one -> PriorityRules.judge(one.facts(), inForce, today)));
  }
}
