package ua.vidnova.medical.visit;

import static java.time.temporal.ChronoUnit.DAYS;
import static java.time.temporal.ChronoUnit.HOURS;
import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.medical.visit.Outcome.Kind;

class VisitRulesTest {

  /** 23:30 in Kyiv on 17 November, so that Kyiv's and UTC's dates differ within the hour. */
  private static final Instant START = Instant.parse("2026-11-17T21:30:00Z");

  private static final Instant NOW = START.plus(1, DAYS);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 17);
  private static final Outcome TREATED = new Outcome(Kind.TREATED, null, null, null);

  private static final VisitLimits LIMITS =
      new SmallRyeConfigBuilder()
          .withMapping(VisitLimits.class)
          .build()
          .getConfigMapping(VisitLimits.class);

  @Test
  void an_ordinary_visit_is_acceptable() {
    assertThat(check(visit(START, null, Vitals.NOT_MEASURED, List.of(), TREATED))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "temperatureC,             19.9, implausible",
    "temperatureC,             20.0, ok",
    "temperatureC,             45.0, ok",
    "temperatureC,             45.1, implausible",
    "temperatureC,            36.65, too-precise",
    "temperatureC,            -36.6, implausible",
    "temperatureC,            1e400, implausible",
    "temperatureC,           1e-400, implausible",
    "temperatureC,            2e+001, not-plain",
    "systolicMmHg,               29, implausible",
    "systolicMmHg,               30, ok",
    "systolicMmHg,              320, ok",
    "systolicMmHg,              321, implausible",
    "systolicMmHg,            120.5, too-precise",
    "diastolicMmHg,               9, implausible",
    "diastolicMmHg,              10, ok",
    "diastolicMmHg,             220, ok",
    "diastolicMmHg,             221, implausible",
    "pulsePerMinute,              0, implausible",
    "pulsePerMinute,             10, ok",
    "pulsePerMinute,            350, ok",
    "pulsePerMinute,            351, implausible",
    "respirationPerMinute,        1, implausible",
    "respirationPerMinute,        2, ok",
    "respirationPerMinute,      120, ok",
    "respirationPerMinute,      121, implausible",
    "oxygenSaturationPercent,    19, implausible",
    "oxygenSaturationPercent,    20, ok",
    "oxygenSaturationPercent,   100, ok",
    "oxygenSaturationPercent,   101, implausible",
    "weightKg,                0.199, implausible",
    "weightKg,                0.200, ok",
    "weightKg,                3.275, ok",
    "weightKg,               3.2755, too-precise",
    "weightKg,                  500, ok",
    "weightKg,              500.001, implausible",
    "heightCm,                 19.9, implausible",
    "heightCm,                   20, ok",
    "heightCm,                162.5, ok",
    "heightCm,                  260, ok",
    "heightCm,                260.1, implausible",
  })
  void a_vital_sign_must_be_plausible(String field, BigDecimal value, String expected) {
    assertThat(codes(checkVitals(measured(field, value)), "vitals." + field)).isEqualTo(expected);
  }

  @Test
  void every_vital_sign_has_a_row_with_limits_unit_and_code() {
    for (var sign : VitalSign.values()) {
      assertThat(sign.measure()).as(sign.name()).isNotNull();
      assertThat(sign.measure().min()).isPositive().isLessThan(sign.measure().max());
      assertThat(sign.measure().unit()).isNotBlank();
      assertThat(sign.measure().loinc()).matches("\\d{4,5}-\\d");
    }
  }

  @Test
  void the_lower_blood_pressure_is_below_the_upper() {
    assertThat(codes(checkVitals(pressures("120", "80")), "vitals.diastolicMmHg")).isEqualTo("ok");
    assertThat(codes(checkVitals(pressures("80", "120")), "vitals.diastolicMmHg"))
        .isEqualTo("not-below-systolic");
    assertThat(codes(checkVitals(pressures("100", "100")), "vitals.diastolicMmHg"))
        .isEqualTo("not-below-systolic");
    assertThat(checkVitals(pressures("120", null))).isEmpty();
  }

  static Stream<Arguments> times() {
    return Stream.of(
        Arguments.of(NOW.plus(10, MINUTES), null, "ok", "ok"),
        Arguments.of(NOW.plus(11, MINUTES), null, "in-the-future", "ok"),
        Arguments.of(NOW.minus(400, DAYS), null, "ok", "ok"),
        Arguments.of(NOW.minus(401, DAYS), null, "too-old", "ok"),
        Arguments.of(Instant.MIN, null, "too-old", "ok"),
        Arguments.of(Instant.MAX, null, "in-the-future", "ok"),
        Arguments.of(START, START.plus(1, MINUTES), "ok", "ok"),
        Arguments.of(START, START, "ok", "not-after-start"),
        Arguments.of(START, START.minus(1, MINUTES), "ok", "not-after-start"),
        Arguments.of(START, START.plus(24, HOURS), "ok", "ok"),
        Arguments.of(NOW.minus(2, DAYS), NOW.minus(2, DAYS).plus(25, HOURS), "ok", "too-long"),
        Arguments.of(NOW, NOW.plus(11, MINUTES), "ok", "in-the-future"));
  }

  @ParameterizedTest
  @MethodSource("times")
  void the_times_of_a_visit_fit_together(
      Instant startedAt, Instant endedAt, String ofStart, String ofEnd) {
    var errors = check(visit(startedAt, endedAt, Vitals.NOT_MEASURED, List.of(), TREATED));
    assertThat(codes(errors, "startedAt")).isEqualTo(ofStart);
    assertThat(codes(errors, "endedAt")).isEqualTo(ofEnd);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // kind,       diedOn,     followUpOn, referralTo, expected
        "TREATED,       -,          -,          -,          ok",
        "TREATED,       2026-11-17, -,          -,          outcome.diedOn not-applicable",
        "TREATED,       -,          2026-12-01, -,          outcome.followUpOn not-applicable",
        "TREATED,       -,          -,          Лікарня,    outcome.referralTo not-applicable",
        "FOLLOW_UP,     -,          2026-12-01, -,          ok",
        "FOLLOW_UP,     -,          -,          -,          outcome.followUpOn required",
        "FOLLOW_UP,     -,          2026-11-17, -,          outcome.followUpOn not-after-visit",
        "FOLLOW_UP,     -,          2027-11-17, -,          ok",
        "FOLLOW_UP,     -,          2027-11-18, -,          outcome.followUpOn too-far-ahead",
        "REFERRED,      -,          -,          Лікарня,    ok",
        "REFERRED,      -,          2026-12-01, Лікарня,    ok",
        "REFERRED,      -,          -,          -,          outcome.referralTo required",
        "ADMITTED,      -,          -,          Лікарня,    ok",
        "ADMITTED,      -,          -,          -,          outcome.referralTo required",
        "CARE_DECLINED, -,          -,          -,          ok",
        "CARE_DECLINED, -,          2026-12-01, -,          ok",
        "CARE_DECLINED, -,          -,          Лікарня,    outcome.referralTo not-applicable",
        "DECEASED,      2026-11-17, -,          -,          ok",
        "DECEASED,      2026-11-10, -,          -,          ok",
        "DEAD_ON_ARRIVAL, 2026-11-16, -,        -,          ok",
        "DEAD_ON_ARRIVAL, -,        -,          -,          outcome.diedOn required",
        "DEAD_ON_ARRIVAL, 2026-11-17, -,        Лікарня,    outcome.referralTo not-applicable",
        "DECEASED,      -,          -,          -,          outcome.diedOn required",
        "DECEASED,      2026-11-18, -,          -,          outcome.diedOn after-visit",
        "DECEASED,      2025-10-13, -,          -,          ok",
        "DECEASED,      2025-10-12, -,          -,          outcome.diedOn too-old",
        "DECEASED,      2026-11-17, 2026-12-01, -,          outcome.followUpOn not-applicable",
      })
  void an_outcome_has_what_its_kind_needs_and_no_more(
      Kind kind, LocalDate diedOn, LocalDate followUpOn, String referralTo, String expected) {
    var outcome = new Outcome(kind, diedOn, followUpOn, referralTo);
    var errors = check(visit(START, null, Vitals.NOT_MEASURED, List.of(), outcome));
    assertThat(
            errors.isEmpty()
                ? "ok"
                : errors.stream()
                    .map(error -> error.field() + " " + error.code())
                    .collect(Collectors.joining(", ")))
        .isEqualTo(expected);
  }

  @Test
  void a_death_after_midnight_belongs_to_a_visit_that_ended_then() {
    var outcome = new Outcome(Kind.DECEASED, DAY.plusDays(1), null, null);
    var ended = START.plus(1, HOURS);
    assertThat(check(visit(START, ended, Vitals.NOT_MEASURED, List.of(), outcome))).isEmpty();
  }

  static Stream<Arguments> reasons() {
    return Stream.of(
        Arguments.of(List.of(), "ok"),
        Arguments.of(List.of(new Reason("K85", null), new Reason("-30", "огляд")), "ok"),
        Arguments.of(List.of(new Reason(null, "x")), "reasons[0].code required"),
        Arguments.of(
            List.of(new Reason("A01", null), new Reason("К85", null)),
            "reasons[1].code not-a-code"),
        Arguments.of(List.of(new Reason("A 01", null)), "reasons[0].code not-a-code"),
        Arguments.of(List.of(new Reason("A".repeat(17), null)), "reasons[0].code not-a-code"),
        Arguments.of(
            List.of(new Reason("A01", null), new Reason("A01", "x")), "reasons[1].code repeated"),
        Arguments.of(List.of(new Reason("A01", "x".repeat(301))), "reasons[0].text too-long"),
        Arguments.of(Collections.nCopies(21, new Reason("A01", null)), "reasons too-many"));
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void reasons_are_codes_each_given_once(List<Reason> reasons, String expected) {
    var errors = check(visit(START, null, Vitals.NOT_MEASURED, reasons, TREATED));
    assertThat(errors.isEmpty() ? "ok" : errors.getFirst().field() + " " + errors.getFirst().code())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "UA44020010010037242, ok",
    "UA44020010000067642, not-a-settlement",
    "UA44000000000018893, not-a-settlement",
    "UA44020010019999999, not-a-settlement",
    "'',                  not-a-settlement",
  })
  void a_visit_takes_place_in_a_settlement(String code, String expected) {
    var facts =
        TestFacts.with(
            visit(START, null, Vitals.NOT_MEASURED, List.of(), TREATED), "settlement", code);
    assertThat(codes(check(facts), "settlement")).isEqualTo(expected);
  }

  @Test
  void no_refusal_repeats_a_value() {
    var facts =
        TestFacts.with(
            visit(
                Instant.MAX,
                Instant.MIN,
                pressures("777", "888"),
                List.of(new Reason("таємний код", "x".repeat(400))),
                new Outcome(Kind.DECEASED, null, DAY, "таємна лікарня")),
            "settlement",
            "таємне місце");
    assertThat(check(facts))
        .hasSizeGreaterThan(5)
        .allSatisfy(
            error -> assertThat(error.message()).doesNotContain("таєм", "777", "888", "xxx"));
  }

  private static List<FieldError> check(VisitFacts facts) {
    return VisitRules.check(facts, LIMITS, NOW);
  }

  private static List<FieldError> checkVitals(Vitals vitals) {
    return check(visit(START, null, vitals, List.of(), TREATED));
  }

  private static VisitFacts visit(
      Instant startedAt, Instant endedAt, Vitals vitals, List<Reason> reasons, Outcome outcome) {
    var facts = TestFacts.bare(startedAt);
    facts = TestFacts.with(facts, "endedAt", endedAt);
    facts = TestFacts.with(facts, "vitals", vitals);
    facts = TestFacts.with(facts, "reasons", reasons);
    return TestFacts.with(facts, "outcome", outcome);
  }

  private static Vitals pressures(String systolic, String diastolic) {
    return new Vitals(
        null,
        new BigDecimal(systolic),
        diastolic == null ? null : new BigDecimal(diastolic),
        null,
        null,
        null,
        null,
        null);
  }

  /** Vitals with one sign measured, by its name in JSON. */
  private static Vitals measured(String field, BigDecimal value) {
    var names = Arrays.stream(VitalSign.values()).map(VitalSign::field).toList();
    var values =
        IntStream.range(0, names.size())
            .mapToObj(i -> names.get(i).equals(field) ? value : null)
            .toArray(BigDecimal[]::new);
    return new Vitals(
        values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7]);
  }

  private static String codes(List<FieldError> errors, String field) {
    var codes =
        errors.stream()
            .filter(error -> error.field().equals(field))
            .map(FieldError::code)
            .collect(Collectors.joining(", "));
    return codes.isEmpty() ? "ok" : codes;
  }
}
