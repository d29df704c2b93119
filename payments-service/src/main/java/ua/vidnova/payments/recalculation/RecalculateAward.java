package ua.vidnova.payments.recalculation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.award.AwardFacts;
import ua.vidnova.payments.law.LawValues;
import ua.vidnova.payments.recalculation.RecalculationRule.Change;

/** Derives one award anew, with all its months, when its facts are corrected. */
@ApplicationScoped
public class RecalculateAward {

  private final KnownAwards awards;
  private final ChangeRows changes;
  private final LawValues law;
  private final KyivCalendar calendar;

  @Inject
  RecalculateAward(KnownAwards awards, ChangeRows changes, LawValues law, KyivCalendar calendar) {
    this.awards = awards;
    this.changes = changes;
    this.law = law;
    this.calendar = calendar;
  }

  /** What other facts would change; empty unless the award is resumed: nothing was made of it. */
  public Optional<Change> find(UUID awardId, AwardFacts facts) {
    var now = YearMonth.from(calendar.today());
    return awards
        .find(awardId)
        .map(
            known ->
                RecalculationRule.change(
                    known.with(facts), facts.firstUnpaidMonth(), now, law.read()));
  }

  /** Adds what was found. Whoever calls has the award's lock and lets no shard meet it half-way. */
  public void carryOut(Change change, UUID correctionId) {
    if (!change.isEmpty()) {
      changes.write(new ChangeRows.Reason(null, correctionId), List.of(change), calendar.now());
    }
  }
}
