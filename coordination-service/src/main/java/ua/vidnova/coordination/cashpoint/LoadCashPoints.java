package ua.vidnova.coordination.cashpoint;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.locks.TransactionLock;
import ua.vidnova.coordination.cashpoint.CashPointRules.Fault;

/**
 * Takes over an operator's list of its cash points, line by line: a line that is refused leaves the
 * others be, and what a list does not name stays as it was. The operator's number says which is
 * which, so that the same list again changes nothing.
 */
@ApplicationScoped
public class LoadCashPoints {

  private static final int LINES_AT_ONCE = 500;

  private final TellCashPoint step;
  private final TransactionLock lock;
  private final AuditTrail trail;

  @Inject
  LoadCashPoints(TellCashPoint step, TransactionLock lock, AuditTrail trail) {
    this.step = step;
    this.lock = lock;
    this.trail = trail;
  }

  /** A line that could be read; the first is 1. */
  public record Line(int number, Description told, Status status) {}

  /** Why a line was not taken over. */
  public record Refused(int line, String field, String code) {}

  /** What came of a list. */
  public record Result(int created, int changed, int unchanged, List<Refused> refused) {}

  @Transactional
  public Result load(String operator, List<Line> lines) {
    lock.waitForOthersWith("cash-points of " + operator);
    var tally = new Tally();
    for (var from = 0; from < lines.size(); from += LINES_AT_ONCE) {
      load(operator, lines.subList(from, Math.min(from + LINES_AT_ONCE, lines.size())), tally);
      CashPoint.getEntityManager().clear();
    }
    if (tally.created + tally.changed > 0) {
      trail.wrote("list-loaded", "cash-point", null, null);
    }
    return new Result(tally.created, tally.changed, tally.unchanged, tally.refused);
  }

  private void load(String operator, List<Line> lines, Tally tally) {
    var codes = lines.stream().map(line -> line.told().operatorCode()).distinct().toList();
    Map<String, CashPoint> places =
        CashPoint.listByCodesLocked(operator, codes).stream()
            .collect(toMap(CashPoint::operatorCode, identity()));
    Map<UUID, List<Served>> serves =
        ServedSettlement.mapOf(places.values().stream().map(CashPoint::id).toList());
    for (var line : lines) {
      var place = Optional.ofNullable(places.get(line.told().operatorCode()));
      var was =
          place.map(one -> FindCashPoints.known(one, serves.getOrDefault(one.id(), List.of())));
      var fault = faultOf(line, was, tally);
      if (fault.isPresent()) {
        tally.refused.add(new Refused(line.number(), fault.get().field(), fault.get().code()));
      } else {
        tally.add(
            step.tell(
                place.orElseGet(() -> new CashPoint(Ids.newId())),
                was,
                line.told(),
                line.status()));
      }
    }
  }

  private Optional<Fault> faultOf(Line line, Optional<KnownCashPoint> was, Tally tally) {
    if (!tally.codes.add(line.told().operatorCode())) {
      return Optional.of(new Fault("operatorCode", "repeated"));
    }
    var faults =
        step.faults(line.told(), line.status(), was.map(KnownCashPoint::status).orElse(null));
    if (!faults.isEmpty()) {
      return Optional.of(faults.getFirst());
    }
    return step.mayTell(line.told())
            && was.map(KnownCashPoint::description).map(step::mayTell).orElse(true)
        ? Optional.empty()
        : Optional.of(new Fault("serves", "outside-your-territory"));
  }

  private static final class Tally {
    private final HashSet<String> codes = new HashSet<>();
    private final ArrayList<Refused> refused = new ArrayList<>();
    private int created;
    private int changed;
    private int unchanged;

    void add(CashPointOutcome.Saved saved) {
      if (saved.isNew()) {
        created++;
      } else if (saved.changed()) {
        changed++;
      } else {
        unchanged++;
      }
    }
  }
}
