package ua.vidnova.medical.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.medical.overview.OverviewRules.Course;
import ua.vidnova.medical.overview.OverviewRules.Noted;
import ua.vidnova.medical.overview.OverviewRules.Referred;
import ua.vidnova.medical.visit.Allergy;
import ua.vidnova.medical.visit.ChronicCondition;
import ua.vidnova.medical.visit.Outcome;
import ua.vidnova.medical.visit.Referral;

class OverviewRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final OverviewRules RULES =
      new OverviewRules(
          new SmallRyeConfigBuilder()
              .withMapping(OverviewSettings.class)
              .build()
              .getConfigMapping(OverviewSettings.class),
          TODAY);

  @ParameterizedTest
  @CsvSource({
    // latest, earlier, in force
    "ACTIVE,   ACTIVE,   true",
    "ACTIVE,   REFUTED,  true",
    "RESOLVED, ACTIVE,   false",
    "REFUTED,  ACTIVE,   false",
  })
  void the_latest_word_on_a_substance_holds(
      Allergy.Status latest, Allergy.Status earlier, boolean inForce) {
    var noted =
        List.of(
            daysAgo(1, allergy("Пеніцилін", latest)), daysAgo(9, allergy("пеніцилін ", earlier)));
    assertThat(RULES.allergies(noted)).hasSize(inForce ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "ACTIVE,    2026-12-06, true,  true",
        "ACTIVE,    2026-12-07, true,  false",
        "ACTIVE,    2026-01-01, true,  true",
        "ACTIVE,    -,          true,  false",
        "REMISSION, -,          true,  false",
        "RESOLVED,  2026-12-01, false, false",
        "REFUTED,   -,          false, false",
      })
  void a_condition_is_had_until_the_latest_word_ends_it_and_its_medicine_runs_out(
      ChronicCondition.Status status, LocalDate medicineUntil, boolean had, boolean runsOut) {
    var earlier = condition("Цукровий діабет", ChronicCondition.Status.ACTIVE, null);
    var found =
        RULES.conditions(
            List.of(daysAgo(1, condition("Діабет", status, medicineUntil)), daysAgo(30, earlier)));
    assertThat(found).hasSize(had ? 1 : 0);
    assertThat(found).allSatisfy(one -> assertThat(one.medicineRunsOut()).isEqualTo(runsOut));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // set for, a later visit, open, overdue
        "2026-12-01, -,          true,  false",
        "2026-11-21, -,          true,  true",
        "2026-11-22, -,          true,  false",
        "2026-11-20, 2026-11-12, true,  true",
        "2026-11-20, 2026-11-13, false, -",
        "2026-11-20, 2026-11-21, false, -",
      })
  void a_follow_up_is_open_until_a_visit_comes_about_its_day(
      LocalDate followUpOn, LocalDate later, boolean open, Boolean overdue) {
    var set = at(LocalDate.of(2026, 11, 2), course(followUpOn, null, 0));
    var visits = later == null ? List.of(set) : List.of(at(later, course(null, null, 0)), set);
    var found = RULES.followUp(visits);
    assertThat(found.isPresent()).isEqualTo(open);
    found.ifPresent(
        one -> {
          assertThat(one.on()).isEqualTo(followUpOn);
          assertThat(one.overdue()).isEqualTo(overdue);
          assertThat(one.visitId()).isEqualTo(set.visitId());
        });
  }

  @Test
  void nobody_has_a_follow_up_before_the_first_visit() {
    assertThat(RULES.followUp(List.of())).isEmpty();
    assertThat(RULES.lastVisit(List.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // latest: pregnant, births; earlier: pregnant, days ago; known
        "-,     0, true,  100, true",
        "-,     0, true,  294, true",
        "-,     0, true,  295, false",
        "false, 0, true,  100, false",
        "-,     1, true,  100, false",
        "true,  0, false, 100, true",
        "-,     0, false, 100, false",
      })
  void a_pregnancy_is_known_until_a_birth_another_word_or_its_time(
      Boolean latest, int births, boolean earlier, int daysAgo, boolean known) {
    var visits =
        List.of(
            daysAgo(1, course(null, latest, births)), daysAgo(daysAgo, course(null, earlier, 0)));
    assertThat(RULES.pregnancy(visits).isPresent()).isEqualTo(known);
  }

  @Test
  void an_open_referral_is_shown_however_old_it_is() {
    var referred = List.of(daysAgo(0, open()), daysAgo(900, open()));
    assertThat(RULES.openReferrals(referred)).hasSize(2);
    assertThat(RULES.lastClosedReferral(referred)).isEmpty();
  }

  private static <T> Noted<T> daysAgo(int days, T what) {
    return at(TODAY.minusDays(days), what);
  }

  private static <T> Noted<T> at(LocalDate day, T what) {
    return new Noted<>(Ids.newId(), Instant.parse(day + "T09:00:00Z"), what);
  }

  private static Course course(LocalDate followUpOn, Boolean pregnant, int births) {
    var kind = followUpOn == null ? Outcome.Kind.TREATED : Outcome.Kind.FOLLOW_UP;
    return new Course(new Outcome(kind, null, followUpOn, null), pregnant, births);
  }

  private static Allergy allergy(String substance, Allergy.Status status) {
    return new Allergy(
        UUID.randomUUID(), Allergy.Category.MEDICATION, substance, null, null, status);
  }

  private static ChronicCondition condition(
      String text, ChronicCondition.Status status, LocalDate medicineUntil) {
    return new ChronicCondition(UUID.randomUUID(), "T90", text, null, status, medicineUntil);
  }

  private static Referred open() {
    return new Referred(referral(), null);
  }

  private static Referral referral() {
    return new Referral(
        UUID.randomUUID(),
        Referral.Kind.CARE,
        "Лікарня",
        null,
        Referral.Urgency.ROUTINE,
        Referral.Transport.NONE,
        null);
  }
}
