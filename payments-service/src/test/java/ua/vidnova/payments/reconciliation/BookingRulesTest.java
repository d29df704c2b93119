package ua.vidnova.payments.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.payments.award.UnitState;
import ua.vidnova.payments.reconciliation.BookingRules.Obstacle;
import ua.vidnova.payments.run.InstructionState;

class BookingRulesTest {

  @ParameterizedTest(name = "{0} of {1}: told {2}, known {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NONE     | AMOUNT_DIFFERS      | PAID          | PAID          |
          NONE     | UNKNOWN_INSTRUCTION | PAID          |               |
          PAID     | OUTCOME_DIFFERS     | PAID          | REJECTED      |
          PAID     | OUTCOME_DIFFERS     | PAID          | NOT_COLLECTED |
          RETURNED | OUTCOME_DIFFERS     | REJECTED      | PAID          |
          RETURNED | OUTCOME_DIFFERS     | NOT_COLLECTED | PAID          |
          PAID     | OUTCOME_DIFFERS     | REJECTED      | PAID          | DOES_NOT_FIT
          PAID     | OUTCOME_DIFFERS     | PAID          | RETURNED      | DOES_NOT_FIT
          PAID     | AMOUNT_DIFFERS      | PAID          | REJECTED      | DOES_NOT_FIT
          PAID     | UNKNOWN_INSTRUCTION | PAID          |               | DOES_NOT_FIT
          RETURNED | OUTCOME_DIFFERS     | PAID          | REJECTED      | DOES_NOT_FIT
          RETURNED | OUTCOME_DIFFERS     | REJECTED      | NOT_COLLECTED | DOES_NOT_FIT
          RETURNED | AMOUNT_DIFFERS      | REJECTED      | PAID          | DOES_NOT_FIT
          RETURNED | REPORTED_DEAD       | NOT_COLLECTED | ISSUED        | DOES_NOT_FIT
          """)
  void a_booking_is_what_the_partner_told(
      Booking booking,
      DifferenceKind kind,
      InstructionState told,
      InstructionState known,
      Obstacle expected) {
    assertThat(BookingRules.judge(booking, kind, told, known).orElse(null)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}: {1} then, {2} now")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NONE     | PAID          | RETURNED      | OUTSTANDING     | true  |
          PAID     | REJECTED      | REJECTED      | OUTSTANDING     | false |
          PAID     | NOT_COLLECTED | NOT_COLLECTED | UNPAID_ON_DEATH | false |
          PAID     | NOT_COLLECTED | NOT_COLLECTED | NOT_DUE         | false |
          RETURNED | PAID          | PAID          | PAID            | false |
          RETURNED | PAID          | RETURNED      | OUTSTANDING     | false | OVERTAKEN
          PAID     | REJECTED      | PAID          | PAID            | false | OVERTAKEN
          PAID     | REJECTED      | REJECTED      | OUTSTANDING     | true  | SENT_AGAIN
          PAID     | REJECTED      | REJECTED      | PASSED_TO_HEIRS | false | PASSED_TO_HEIRS
          """)
  void a_booking_contradicts_nothing_that_happened_since(
      Booking booking,
      InstructionState known,
      InstructionState now,
      UnitState unit,
      boolean sentAgain,
      Obstacle expected) {
    assertThat(
            BookingRules.judge(booking, known, new BookingRules.Now(now, unit, sentAgain))
                .orElse(null))
        .isEqualTo(expected);
  }
}
