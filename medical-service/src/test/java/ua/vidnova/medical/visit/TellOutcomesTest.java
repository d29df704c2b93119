package ua.vidnova.medical.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static ua.vidnova.medical.visit.TestFacts.bare;
import static ua.vidnova.medical.visit.TestFacts.with;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.medical.resident.TestResidents;

/** What of a visit others have to act upon, and nothing else of it. */
class TellOutcomesTest {

  private static final UUID VISIT = Ids.newId();

  /** In Kyiv it is the 18th already. */
  private static final VisitFacts FACTS = bare(Instant.parse("2026-11-17T22:30:00Z"));

  private static final UUID RESIDENT = FACTS.residentId();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 18);

  @Test
  void an_ordinary_visit_concerns_nobody_else() {
    assertThat(toldOf(FACTS)).isEmpty();
    assertThat(toldOf(with(FACTS, "referrals", List.of(referral(Referral.Kind.CARE))))).isEmpty();
  }

  @Test
  void each_child_born_alive_is_told_of_and_no_other() {
    var births = List.of(birth(Sex.FEMALE, true), birth(Sex.MALE, false), birth(Sex.FEMALE, true));
    assertThat(toldOf(with(FACTS, "births", births)))
        .containsExactly(
            new BirthRecorded(VISIT, RESIDENT, 1, DAY), new BirthRecorded(VISIT, RESIDENT, 2, DAY));
  }

  @Test
  void a_referral_for_disability_assessment_is_told_once_without_its_reason() {
    var twice =
        List.of(
            referral(Referral.Kind.DISABILITY_ASSESSMENT),
            referral(Referral.Kind.DISABILITY_ASSESSMENT));
    assertThat(toldOf(with(FACTS, "referrals", twice)))
        .containsExactly(new DisabilityAssessmentReferred(VISIT, RESIDENT, DAY));
  }

  @Test
  void who_was_sought_is_told_of_as_seen_unless_they_died() {
    assertThat(TellOutcomes.outcomes(VISIT, RESIDENT, FACTS, true))
        .containsExactly(new MissingPersonSeen(VISIT, RESIDENT, DAY, TestResidents.SETTLEMENT));
    for (var death : List.of(Outcome.Kind.DECEASED, Outcome.Kind.DEAD_ON_ARRIVAL)) {
      var dead = with(FACTS, "outcome", new Outcome(death, DAY, null, null));
      assertThat(TellOutcomes.outcomes(VISIT, RESIDENT, dead, true)).isEmpty();
    }
  }

  @Test
  void only_what_is_said_no_more_is_taken_back() {
    var first = new BirthRecorded(VISIT, RESIDENT, 1, DAY);
    var second = new BirthRecorded(VISIT, RESIDENT, 2, DAY);
    var referred = new DisabilityAssessmentReferred(VISIT, RESIDENT, DAY);
    var seen = new MissingPersonSeen(VISIT, RESIDENT, DAY, TestResidents.SETTLEMENT);
    var otherDay = new BirthRecorded(VISIT, RESIDENT, 1, DAY.minusDays(1));
    assertThat(TellOutcomes.takenBack(List.of(first, second, referred, seen), List.of(otherDay)))
        .containsExactly(
            new OutcomeWithdrawn(VISIT, RESIDENT, OutcomeWithdrawn.Kind.BIRTH, 2),
            new OutcomeWithdrawn(
                VISIT, RESIDENT, OutcomeWithdrawn.Kind.DISABILITY_ASSESSMENT, null),
            new OutcomeWithdrawn(VISIT, RESIDENT, OutcomeWithdrawn.Kind.MISSING_SEEN, null));
    assertThat(TellOutcomes.takenBack(List.of(), List.of(first))).isEmpty();
  }

  private static List<ToldOutcome> toldOf(VisitFacts facts) {
    return TellOutcomes.outcomes(VISIT, RESIDENT, facts, false);
  }

  private static Birth birth(Sex sex, boolean alive) {
    return new Birth(Ids.newId(), DAY, sex, alive);
  }

  private static Referral referral(Referral.Kind kind) {
    return new Referral(
        Ids.newId(),
        kind,
        "Вигадана лікарня",
        null,
        Referral.Urgency.ROUTINE,
        Referral.Transport.NONE,
        "Таємне");
  }
}
