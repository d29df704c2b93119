package ua.vidnova.medical.need;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class PriorityRulesTest {

  static final LocalDate ON = LocalDate.of(2026, 11, 24);

  /** As the migration has them; that they are the same, a test against the database says. */
  static final List<Weight> WEIGHTS =
      List.of(
          weight(Factor.DISABILITY, 0, 20),
          weight(Factor.ELDERLY, 65, 10),
          weight(Factor.FOLLOW_UP, 0, 20),
          weight(Factor.FOLLOW_UP, 7, 30),
          weight(Factor.INFANT, 12, 30),
          weight(Factor.MEDICINE_ENDS, 0, 30),
          weight(Factor.MEDICINE_ENDS, 14, 20),
          weight(Factor.NEVER_SEEN, 0, 10),
          weight(Factor.NOT_SEEN, 30, 5),
          weight(Factor.NOT_SEEN, 90, 10),
          weight(Factor.NOT_SEEN, 180, 15),
          weight(Factor.PREGNANT, 280, 30),
          weight(Factor.REFERRED, 14, 10),
          weight(Factor.SAYS_URGENT, 0, 3));

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/rules/priorities.csv", numLinesToSkip = 1)
  void what_is_known_of_a_person_gives_points_and_says_why(
      String what,
      LocalDate bornOn,
      LocalDate pregnantOn,
      LocalDate medicineUntil,
      LocalDate followUpOn,
      LocalDate referredOn,
      LocalDate seenOn,
      boolean onRecord,
      boolean disability,
      boolean saysUrgent,
      int points,
      String reasons) {
    var facts =
        new PersonFacts(
            bornOn,
            pregnantOn,
            medicineUntil,
            followUpOn,
            referredOn,
            seenOn,
            onRecord,
            disability,
            saysUrgent);

    var priority = PriorityRules.judge(facts, WEIGHTS, ON);

    assertThat(text(priority)).isEqualTo(reasons == null ? "" : reasons);
    assertThat(priority.points()).isEqualTo(points);
  }

  @Test
  void no_words_of_the_asker_outweigh_anything_that_is_known() {
    var words = WEIGHTS.stream().filter(one -> one.factor() == Factor.SAYS_URGENT).findFirst();
    assertThat(WEIGHTS.stream().filter(one -> one.factor() != Factor.SAYS_URGENT))
        .allSatisfy(one -> assertThat(one.points()).isGreaterThan(words.orElseThrow().points()));
  }

  @Test
  void of_two_words_on_one_person_the_more_pressing_counts() {
    var recorded = new PersonFacts(null, null, ON.plusDays(20), null, null, ON, true, false, false);
    var told =
        new PersonFacts(ON.minusYears(70), ON, ON.plusDays(2), null, null, null, false, true, true);
    var both =
        new PersonFacts(ON.minusYears(70), ON, ON.plusDays(2), null, null, ON, true, true, true);

    assertThat(recorded.and(told)).isEqualTo(both);
    assertThat(told.and(recorded)).isEqualTo(both);
  }

  private static String text(Priority priority) {
    return priority.reasons().stream()
        .map(
            reason ->
                reason.factor()
                    + " "
                    + reason.points()
                    + (reason.detail() == null ? "" : " (" + reason.detail() + ")"))
        .collect(joining("; "));
  }

  @Test
  void a_reason_names_the_weight_that_applied() {
    var facts =
        new PersonFacts(null, null, null, null, null, ON.minusDays(100), true, false, false);

    assertThat(PriorityRules.judge(facts, WEIGHTS, ON).reasons())
        .containsExactly(
            new Priority.Reason(Factor.NOT_SEEN, 90, 10, ON.minusDays(100).toString()));
  }

  private static Weight weight(Factor factor, int threshold, int points) {
    return new Weight(factor, threshold, points);
  }
}
