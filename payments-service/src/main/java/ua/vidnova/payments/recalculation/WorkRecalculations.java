package ua.vidnova.payments.recalculation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.law.LawValues;
import ua.vidnova.payments.recalculation.Progress.Phase;
import ua.vidnova.payments.recalculation.RecalculationRule.Change;
import ua.vidnova.payments.recalculation.RecalculationRule.Known;
import ua.vidnova.payments.run.RunLock;

/**
 * Carries recalculations out, some hundred awards a transaction, so that a kill costs no more than
 * one: the next look goes on behind the last award. Any replica may; one at a time does.
 */
@ApplicationScoped
public class WorkRecalculations {

  private static final Logger LOG = Logger.getLogger(WorkRecalculations.class);

  private final KnownAwards awards;
  private final ChangeRows changes;
  private final ProgressRows progress;
  private final LawValues law;
  private final RunLock runLock;
  private final AuditTrail audit;
  private final KyivCalendar calendar;
  private final int awardsPerTransaction;

  @Inject
  WorkRecalculations(
      KnownAwards awards,
      ChangeRows changes,
      ProgressRows progress,
      LawValues law,
      RunLock runLock,
      AuditTrail audit,
      KyivCalendar calendar,
      @ConfigProperty(name = "vidnova.payments.recalculations.awards-per-transaction")
          int awardsPerTransaction) {
    this.awards = awards;
    this.changes = changes;
    this.progress = progress;
    this.law = law;
    this.runLock = runLock;
    this.audit = audit;
    this.calendar = calendar;
    this.awardsPerTransaction = awardsPerTransaction;
  }

  @Scheduled(
      every = "{vidnova.payments.recalculations.poll}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void workAll() {
    while (QuarkusTransaction.requiringNew().call(this::work)) {
      LOG.debug("Some awards were derived anew");
    }
  }

  /** Takes the next awards of the oldest recalculation; false when there is nothing to do. */
  private boolean work() {
    var found = Recalculation.findAtWork();
    found.ifPresent(this::work);
    return found.isPresent();
  }

  private void work(Recalculation recalculation) {
    var phase = recalculation.isExecuting() ? Phase.EXECUTION : Phase.PREVIEW;
    var last =
        progress
            .read(List.of(recalculation.id()))
            .getOrDefault(recalculation.id(), Map.of())
            .getOrDefault(phase, Progress.NONE)
            .lastAwardId();
    var known = recalculation.isExecuting() ? lock(recalculation, last) : read(recalculation, last);
    if (known.isEmpty()) {
      recalculation.finishPhase(calendar.now());
      LOG.infof("Recalculation %s: %s is through", recalculation.id(), phase);
      return;
    }
    var book = law.readAsKnownAt(recalculation.lawKnownAt());
    var now = YearMonth.from(calendar.today());
    var changed =
        known.stream()
            .map(one -> RecalculationRule.change(one, recalculation.fromMonth(), now, book))
            .toList();
    progress.add(recalculation.id(), phase, Progress.of(changed));
    if (recalculation.isExecuting()) {
      carryOut(recalculation, changed.stream().filter(change -> !change.isEmpty()).toList());
    }
  }

  private List<Known> read(Recalculation recalculation, UUID last) {
    return awards.readBehind(last, awardsPerTransaction, recalculation.fromMonth());
  }

  /** No shard of a run meets an award half-way. */
  private List<Known> lock(Recalculation recalculation, UUID last) {
    runLock.takeAlone();
    return awards.lockBehind(last, awardsPerTransaction, recalculation.fromMonth());
  }

  private void carryOut(Recalculation recalculation, List<Change> changed) {
    changes.write(new ChangeRows.Reason(recalculation.id(), null), changed, calendar.now());
    audit.wroteAll(
        "recalculated",
        "recalculation",
        recalculation.id(),
        changed.stream().map(change -> change.award().residentId()).distinct().toList());
  }
}
