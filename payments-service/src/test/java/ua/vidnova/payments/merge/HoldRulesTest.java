package ua.vidnova.payments.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.payments.award.AwardState;
import ua.vidnova.payments.award.Hold;
import ua.vidnova.payments.merge.HoldRules.AwardFacts;

class HoldRulesTest {

  private static final UUID SURVIVOR = record("S");

  /**
   * Awards as programme, number, record and state; the survivor is S, merged records are M and N.
   * Capitals are the records that tell of a death, small letters of a disappearance.
   */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nothing to hold                     | P1:S:RESUMED                            |   |
          the survivor's leads                | P1:M:RESUMED P2:S:RESUMED               |   | 1 ANOTHER_AWARD 2
          what is paid leads                  | P1:M:RESUMED P2:S:DORMANT               |   | 2 ANOTHER_AWARD 1
          of merged records the first         | P1:M:RESUMED P2:N:RESUMED               |   | 2 ANOTHER_AWARD 1
          a stopped award never leads         | P1:S:STOPPED P2:M:DORMANT               |   | 1 ANOTHER_AWARD 2
          all stand behind one                | P1:M:RESUMED P2:S:RESUMED P3:N:DORMANT  |   | 1 ANOTHER_AWARD 2; 3 ANOTHER_AWARD 2
          two programmes are two rights       | P1:M:RESUMED Q2:S:RESUMED               |   |
          two of one record were so before    | P1:M:RESUMED P2:M:RESUMED               |   |
          another record tells of a death     | P1:S:RESUMED                            | M | 1 RECORD_OF_DEATH -
          another tells of a disappearance    | P1:S:RESUMED                            | m | 1 RECORD_OF_DISAPPEARANCE -
          a death is graver                   | P1:S:RESUMED                            | mN| 1 RECORD_OF_DEATH -
          the own disappearance suspends      | P1:S:DORMANT                            | s |
          the own record's death stops        | P1:M:STOPPED P2:S:RESUMED               | M | 1 ANOTHER_AWARD 2; 2 RECORD_OF_DEATH -
          a death of both                     | P1:M:STOPPED P2:S:STOPPED               | MS| 1 RECORD_OF_DEATH 2; 2 RECORD_OF_DEATH -
          """)
  void holds_what_the_table_says(String name, String awards, String notLiving, String expected) {
    var facts = Arrays.stream(awards.split(" ")).map(HoldRulesTest::facts).toList();

    var holds = HoldRules.holds(SURVIVOR, facts, notLiving(notLiving));

    assertThat(holds)
        .isEqualTo(
            (expected == null ? List.<String>of() : List.of(expected.split("; ")))
                .stream()
                    .map(line -> line.split(" "))
                    .collect(Collectors.toMap(line -> award(line[0]), HoldRulesTest::hold)));
  }

  private static Map<UUID, Hold.Reason> notLiving(String records) {
    return (records == null ? "" : records)
        .codePoints()
        .boxed()
        .collect(
            Collectors.toMap(
                c -> record(Character.toString(Character.toUpperCase(c))),
                c ->
                    Character.isUpperCase(c)
                        ? Hold.Reason.RECORD_OF_DEATH
                        : Hold.Reason.RECORD_OF_DISAPPEARANCE));
  }

  private static Hold hold(String[] line) {
    return new Hold(Hold.Reason.valueOf(line[1]), line[2].equals("-") ? null : award(line[2]));
  }

  private static AwardFacts facts(String text) {
    var parts = text.split(":", -1);
    return new AwardFacts(
        award(parts[0].substring(1)),
        parts[0].substring(0, 1),
        AwardState.valueOf(parts[2]),
        record(parts[1]));
  }

  private static UUID award(String number) {
    return new UUID(1, Long.parseLong(number));
  }

  private static UUID record(String letter) {
    return new UUID(2, letter.charAt(0));
  }
}
