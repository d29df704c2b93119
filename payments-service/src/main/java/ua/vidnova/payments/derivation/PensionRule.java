package ua.vidnova.payments.derivation;

import static ua.vidnova.payments.law.LawCode.AGE_COUNTS_AFTER_MONTHS;
import static ua.vidnova.payments.law.LawCode.AGE_SUPPLEMENT;
import static ua.vidnova.payments.law.LawCode.FULL_INSURANCE_YEARS;
import static ua.vidnova.payments.law.LawCode.GUARANTEED_FROM_AGE;
import static ua.vidnova.payments.law.LawCode.GUARANTEED_SHARE_OF_WAGE;
import static ua.vidnova.payments.law.LawCode.INDEXATION;
import static ua.vidnova.payments.law.LawCode.INDEXATION_RISE_MAXIMUM;
import static ua.vidnova.payments.law.LawCode.INDEXATION_RISE_MINIMUM;
import static ua.vidnova.payments.law.LawCode.MAXIMUM_IN_SUBSISTENCES;
import static ua.vidnova.payments.law.LawCode.MINIMUM_IN_SUBSISTENCES;
import static ua.vidnova.payments.law.LawCode.MINIMUM_WAGE;
import static ua.vidnova.payments.law.LawCode.SUBSISTENCE;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import ua.vidnova.payments.award.AwardFacts;
import ua.vidnova.payments.law.LawBook;
import ua.vidnova.payments.law.LawCode;
import ua.vidnova.payments.law.LawValue;

/**
 * Derives what a pension amounts to in any month from the first unpaid one on (Law 1058-IV art. 27,
 * 28, 42; the Cabinet's acts on indexation): the base, raised every March within the limits of the
 * rise; supplements; raised to the minimum and the guarantee; cut at the maximum. A month takes the
 * law of its first day. Holds the shape alone: every number is a value of law.
 */
public final class PensionRule {

  private static final String OF_THOSE_UNABLE_TO_WORK = "UNABLE_TO_WORK";

  private final AwardFacts facts;
  private final LawBook law;
  private final long baseMinor;
  private final long otherMinor;

  private PensionRule(AwardFacts facts, LawBook law, long baseMinor, long otherMinor) {
    this.facts = facts;
    this.law = law;
    this.baseMinor = baseMinor;
    this.otherMinor = otherMinor;
  }

  /**
   * Splits the amount at the stop. What the base and the law do not explain of it are other
   * supplements, which stay as they are. Where the base is unknown, it is all but the supplement
   * that the age then gave.
   */
  public static PensionRule of(AwardFacts facts, LawBook law) {
    var atStop = facts.firstUnpaidMonth().minusMonths(1);
    if (facts.baseMinor() == null) {
      var unsupplemented = new PensionRule(facts, law, 0, 0);
      var supplement = unsupplemented.ageSupplement(atStop).map(LawValue::minor).orElse(0L);
      return new PensionRule(facts, law, Math.max(0, facts.amountAtStopMinor() - supplement), 0);
    }
    var explained = new PensionRule(facts, law, facts.baseMinor(), 0).month(atStop).amountMinor();
    var other = Math.max(0, facts.amountAtStopMinor() - explained);
    return new PensionRule(facts, law, facts.baseMinor(), other);
  }

  /**
   * Derives one month.
   *
   * @param month not before the month of the stop
   */
  public DerivedMonth month(YearMonth month) {
    var tally = new Tally(month);
    tally.add(Step.Code.BASE, baseMinor);
    for (var year = facts.firstUnpaidMonth().getYear(); year <= month.getYear(); year++) {
      var march = YearMonth.of(year, Month.MARCH);
      if (!march.isBefore(facts.firstUnpaidMonth()) && !march.isAfter(month)) {
        index(tally, march);
      }
    }
    if (otherMinor > 0) {
      tally.add(Step.Code.OTHER_SUPPLEMENTS, otherMinor);
    }
    ageSupplement(month)
        .ifPresent(value -> tally.add(Step.Code.AGE_SUPPLEMENT, value.minor(), value));
    raiseToMinimum(tally);
    raiseToGuarantee(tally);
    cutAtMaximum(tally);
    return tally.derived();
  }

  /**
   * The months from one on in which the amount becomes another, as far as law and age are known
   * ahead; the first is always there.
   */
  public List<DerivedMonth> changesFrom(YearMonth first) {
    var candidates = new TreeSet<YearMonth>();
    candidates.add(first);
    law.values().stream()
        .flatMap(value -> Stream.of(value.validFrom(), value.validTo()))
        .filter(day -> day != null)
        .map(PensionRule::firstMonthFrom)
        .forEach(candidates::add);
    Stream.concat(
            law.of(AGE_SUPPLEMENT).stream().map(value -> Integer.valueOf(value.dimension())),
            law.of(GUARANTEED_FROM_AGE).stream().map(LawValue::count))
        .forEach(age -> candidates.add(monthOfAge(age, first)));
    var changes = new ArrayList<DerivedMonth>();
    for (var month : candidates.tailSet(first)) {
      var derived = month(month);
      if (changes.isEmpty() || changes.getLast().amountMinor() != derived.amountMinor()) {
        changes.add(derived);
      }
    }
    return changes;
  }

  private static YearMonth firstMonthFrom(LocalDate day) {
    var month = YearMonth.from(day);
    return day.getDayOfMonth() == 1 ? month : month.plusMonths(1);
  }

  /** A pension that was granted in the year of a March or later is reckoned anew, not indexed. */
  private void index(Tally tally, YearMonth march) {
    if (facts.grantedOn() != null && facts.grantedOn().getYear() >= march.getYear()) {
      return;
    }
    var coefficient = coefficient(march);
    if (coefficient.isEmpty()) {
      if (law.of(INDEXATION).stream()
          .anyMatch(value -> value.validFrom().isAfter(march.atDay(1)))) {
        tally.lacks(INDEXATION, "", march);
      }
      return;
    }
    var by = new ArrayList<LawValue>(List.of(coefficient.get()));
    var rise = coefficient.get().of(tally.amountMinor) - tally.amountMinor;
    var least = law.find(INDEXATION_RISE_MINIMUM, march.atDay(1));
    var most = law.find(INDEXATION_RISE_MAXIMUM, march.atDay(1));
    if (least.isPresent() && rise < least.get().minor()) {
      rise = least.get().minor();
      by.addFirst(least.get());
    } else if (most.isPresent() && rise > most.get().minor()) {
      rise = most.get().minor();
      by.addFirst(most.get());
    }
    tally.add(new Step(Step.Code.INDEXATION, march, rise, tally.amountMinor + rise, by));
  }

  private Optional<LawValue> coefficient(YearMonth march) {
    var thisMarchs =
        law.list(INDEXATION, march.atDay(1)).stream()
            .filter(value -> value.validFrom().getYear() == march.getYear())
            .toList();
    if (facts.grantedOn() == null) {
      return thisMarchs.stream()
          .filter(value -> couldBeTheirs(value.dimension()))
          .min(Comparator.comparing(LawValue::value));
    }
    var grantYear = String.valueOf(facts.grantedOn().getYear());
    return thisMarchs.stream()
        .filter(value -> value.dimension().isEmpty() || value.dimension().equals(grantYear))
        .max(Comparator.comparing(value -> value.dimension().length()));
  }

  private boolean couldBeTheirs(String grantYear) {
    return grantYear.isEmpty() || Integer.parseInt(grantYear) <= atStop().getYear();
  }

  private YearMonth atStop() {
    return facts.firstUnpaidMonth().minusMonths(1);
  }

  /** The supplement of the highest age that counts in a month. */
  private Optional<LawValue> ageSupplement(YearMonth month) {
    return law.list(AGE_SUPPLEMENT, month.atDay(1)).stream()
        .filter(value -> counts(Integer.parseInt(value.dimension()), month))
        .max(Comparator.comparing(value -> Integer.valueOf(value.dimension())));
  }

  private boolean counts(int age, YearMonth month) {
    return !month.isBefore(monthOfAge(age, month));
  }

  private YearMonth monthOfAge(int age, YearMonth lawOf) {
    var delay = law.find(AGE_COUNTS_AFTER_MONTHS, lawOf.atDay(1)).map(LawValue::count).orElse(0);
    return YearMonth.from(facts.birthDate()).plusYears(age).plusMonths(delay);
  }

  private void raiseToMinimum(Tally tally) {
    if (facts.kind() == null) {
      return;
    }
    var day = tally.month.atDay(1);
    var minimum = law.find(MINIMUM_IN_SUBSISTENCES, facts.kind().name(), day);
    var years = fullYears(day);
    if (minimum.isEmpty() || years.isEmpty()) {
      return;
    }
    subsistence(tally)
        .ifPresent(
            level ->
                tally.raiseTo(
                    Step.Code.MINIMUM,
                    minimum.get().of(level.minor()),
                    level,
                    minimum.get(),
                    years.get()));
  }

  private void raiseToGuarantee(Tally tally) {
    var day = tally.month.atDay(1);
    var share = law.find(GUARANTEED_SHARE_OF_WAGE, day);
    var age = law.find(GUARANTEED_FROM_AGE, day).filter(from -> counts(from.count(), tally.month));
    var years = fullYears(day);
    if (!Boolean.FALSE.equals(facts.working())
        || share.isEmpty()
        || age.isEmpty()
        || years.isEmpty()) {
      return;
    }
    law.find(MINIMUM_WAGE, day)
        .ifPresentOrElse(
            wage ->
                tally.raiseTo(
                    Step.Code.GUARANTEE,
                    share.get().of(wage.minor()),
                    share.get(),
                    wage,
                    age.get(),
                    years.get()),
            () -> tally.lacks(MINIMUM_WAGE, "", tally.month));
  }

  /** The years of insurance that the law asks for, if the person is known to have them. */
  private Optional<LawValue> fullYears(LocalDate day) {
    return facts.insuranceYears() == null || facts.sex() == null
        ? Optional.empty()
        : law.find(FULL_INSURANCE_YEARS, facts.sex().name(), day)
            .filter(asked -> facts.insuranceYears() >= asked.count());
  }

  private void cutAtMaximum(Tally tally) {
    var maximum = law.find(MAXIMUM_IN_SUBSISTENCES, tally.month.atDay(1));
    var level = subsistence(tally);
    if (maximum.isPresent() && level.isPresent()) {
      tally.cutAt(maximum.get().of(level.get().minor()), maximum.get(), level.get());
    }
  }

  private Optional<LawValue> subsistence(Tally tally) {
    var level = law.find(SUBSISTENCE, OF_THOSE_UNABLE_TO_WORK, tally.month.atDay(1));
    if (level.isEmpty()) {
      tally.lacks(SUBSISTENCE, OF_THOSE_UNABLE_TO_WORK, tally.month);
    }
    return level;
  }

  /** Takes the steps of one month. */
  private static final class Tally {

    private final YearMonth month;
    private final List<Step> steps = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private long amountMinor;

    Tally(YearMonth month) {
      this.month = month;
    }

    void add(Step.Code code, long changeMinor, LawValue... by) {
      add(new Step(code, null, changeMinor, amountMinor + changeMinor, List.of(by)));
    }

    void add(Step step) {
      steps.add(step);
      amountMinor = step.amountMinor();
    }

    void raiseTo(Step.Code code, long leastMinor, LawValue... by) {
      if (amountMinor < leastMinor) {
        add(code, leastMinor - amountMinor, by);
      }
    }

    void cutAt(long mostMinor, LawValue... by) {
      if (amountMinor > mostMinor) {
        add(Step.Code.MAXIMUM, mostMinor - amountMinor, by);
      }
    }

    void lacks(LawCode code, String dimension, YearMonth since) {
      var gap = new Gap(code, dimension, since);
      if (!gaps.contains(gap)) {
        gaps.add(gap);
      }
    }

    DerivedMonth derived() {
      return new DerivedMonth(month, amountMinor, List.copyOf(steps), List.copyOf(gaps));
    }
  }
}
