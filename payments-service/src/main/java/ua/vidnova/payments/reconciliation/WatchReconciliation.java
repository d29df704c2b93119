package ua.vidnova.payments.reconciliation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Shows how much is open and how old, for alarms: {@code vidnova.payments.open} and {@code
 * .open.overdue}, {@code .open.oldest.days}, {@code .differences}, {@code
 * .differences.oldest.days}, by partner. Every replica shows the same, so take the maximum.
 */
@ApplicationScoped
public class WatchReconciliation {

  private final FindOpenInstructions instructions;
  private final ReportDifferences differences;
  private final MultiGauge open;
  private final MultiGauge overdue;
  private final MultiGauge oldest;
  private final MultiGauge openDifferences;
  private final MultiGauge oldestDifference;

  @Inject
  WatchReconciliation(
      FindOpenInstructions instructions, ReportDifferences differences, MeterRegistry meters) {
    this.instructions = instructions;
    this.differences = differences;
    this.open = gauge("vidnova.payments.open", "Instructions without an outcome", meters);
    this.overdue = gauge("vidnova.payments.open.overdue", "Those past their day", meters);
    this.oldest = gauge("vidnova.payments.open.oldest.days", "Age of the oldest", meters);
    this.openDifferences =
        gauge("vidnova.payments.differences", "Differences of reports that are open", meters);
    this.oldestDifference =
        gauge("vidnova.payments.differences.oldest.days", "Age of the oldest", meters);
  }

  private static MultiGauge gauge(String name, String description, MeterRegistry meters) {
    return MultiGauge.builder(name).description(description).register(meters);
  }

  @Scheduled(every = "5m", delayed = "30s")
  void look() {
    var sums = instructions.sum();
    show(open, sums, FindOpenInstructions.Sum::open);
    show(overdue, sums, FindOpenInstructions.Sum::overdue);
    show(oldest, sums, FindOpenInstructions.Sum::oldestDays);
    var found = differences.sum();
    openDifferences.register(
        found.stream().map(one -> MultiGauge.Row.of(tags(one), one.open())).toList(), true);
    oldestDifference.register(
        found.stream().map(one -> MultiGauge.Row.of(tags(one), one.oldestDays())).toList(), true);
  }

  private interface Measure {
    Number of(FindOpenInstructions.Sum sum);
  }

  private static void show(MultiGauge gauge, List<FindOpenInstructions.Sum> sums, Measure measure) {
    gauge.register(
        sums.stream()
            .map(
                sum ->
                    MultiGauge.Row.of(
                        Tags.of("partner", sum.partner(), "channel", sum.channel().name()),
                        measure.of(sum)))
            .toList(),
        true);
  }

  private static Tags tags(ReportDifferences.Sum sum) {
    return Tags.of("partner", sum.partner(), "kind", sum.kind().name());
  }
}
