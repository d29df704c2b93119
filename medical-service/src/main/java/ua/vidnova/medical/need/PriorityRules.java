package ua.vidnova.medical.need;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;

/**
 * How pressing a visit on a day is. The rows of the table of weights decide; this is their shape.
 */
public final class PriorityRules {

  private static final Comparator<Priority.Reason> MOST_FIRST =
      Comparator.comparingInt(Priority.Reason::points)
          .reversed()
          .thenComparing(Priority.Reason::factor);

  private PriorityRules() {}

  /**
   * Weighs what is known of a person.
   *
   * @param weights those in force on the day; of a factor's that apply, the heaviest counts
   * @param on day of the visit, in Kyiv
   */
  public static Priority judge(PersonFacts facts, List<Weight> weights, LocalDate on) {
    var heaviest = new EnumMap<Factor, Weight>(Factor.class);
    weights.stream()
        .filter(weight -> applies(weight, facts, on))
        .forEach(
            weight ->
                heaviest.merge(
                    weight.factor(), weight, (a, b) -> a.points() >= b.points() ? a : b));
    var reasons =
        heaviest.values().stream()
            .map(
                weight ->
                    new Priority.Reason(
                        weight.factor(),
                        weight.threshold(),
                        weight.points(),
                        detail(weight.factor(), facts, on)))
            .sorted(MOST_FIRST)
            .toList();
    return new Priority(reasons.stream().mapToInt(Priority.Reason::points).sum(), reasons);
  }

  private static boolean applies(Weight weight, PersonFacts facts, LocalDate on) {
    var n = weight.threshold();
    return switch (weight.factor()) {
      case PREGNANT -> facts.pregnantOn() != null && daysFrom(facts.pregnantOn(), on) <= n;
      case INFANT -> facts.bornOn() != null && age(facts, on).toTotalMonths() < n;
      case MEDICINE_ENDS ->
          facts.medicineUntil() != null && daysFrom(on, facts.medicineUntil()) <= n;
      case FOLLOW_UP -> facts.followUpOn() != null && daysFrom(facts.followUpOn(), on) >= n;
      case DISABILITY -> facts.disability();
      case REFERRED -> facts.referredOn() != null && daysFrom(facts.referredOn(), on) >= n;
      case ELDERLY -> facts.bornOn() != null && age(facts, on).getYears() >= n;
      case NOT_SEEN -> facts.seenOn() != null && daysFrom(facts.seenOn(), on) >= n;
      case NEVER_SEEN -> facts.onRecord() && facts.seenOn() == null;
      case SAYS_URGENT -> facts.saysUrgent();
    };
  }

  private static String detail(Factor factor, PersonFacts facts, LocalDate on) {
    return switch (factor) {
      case PREGNANT -> facts.pregnantOn().toString();
      case INFANT, ELDERLY -> age(facts, on).withDays(0).normalized().toString();
      case MEDICINE_ENDS -> facts.medicineUntil().toString();
      case FOLLOW_UP -> facts.followUpOn().toString();
      case REFERRED -> facts.referredOn().toString();
      case NOT_SEEN -> facts.seenOn().toString();
      case DISABILITY, NEVER_SEEN, SAYS_URGENT -> null;
    };
  }

  private static Period age(PersonFacts facts, LocalDate on) {
    return Period.between(facts.bornOn(), on);
  }

  private static long daysFrom(LocalDate from, LocalDate to) {
    return ChronoUnit.DAYS.between(from, to);
  }
}
