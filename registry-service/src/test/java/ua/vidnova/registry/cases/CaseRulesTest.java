package ua.vidnova.registry.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import ua.vidnova.registry.cases.CaseRules.Verdict;

class CaseRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  private static final Map<CaseState, Set<CaseState>> PERMITTED =
      Map.of(
          CaseState.SUBMITTED,
          Set.of(CaseState.WAITING_FOR_DOCUMENTS, CaseState.AT_COMPETENT_BODY, CaseState.REFUSED),
          CaseState.WAITING_FOR_DOCUMENTS,
          Set.of(CaseState.AT_COMPETENT_BODY, CaseState.REFUSED),
          CaseState.AT_COMPETENT_BODY,
          Set.of(CaseState.WAITING_FOR_DOCUMENTS, CaseState.DECIDED, CaseState.REFUSED),
          CaseState.DECIDED,
          Set.of(CaseState.HANDED_OVER),
          CaseState.HANDED_OVER,
          Set.of(),
          CaseState.REFUSED,
          Set.of());

  static Stream<Arguments> everyWay() {
    return Stream.of(CaseState.values())
        .flatMap(from -> Stream.of(CaseState.values()).map(to -> Arguments.of(from, to)));
  }

  @ParameterizedTest
  @MethodSource("everyWay")
  void a_case_goes_only_the_permitted_ways(CaseState from, CaseState to) {
    var verdict =
        CaseRules.examine(
            new CaseRules.Standing(from, TODAY, List.of(), List.of()),
            new CaseRules.Move(to, TODAY, List.of(), "Бо так"),
            TODAY);
    assertThat(verdict instanceof Verdict.Allowed).isEqualTo(PERMITTED.get(from).contains(to));
  }

  @ParameterizedTest(name = "attached {0}, without {1}, note {2}: {3}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          A,B   |       | -    | Allowed
          A     |       | -    | DocumentsMissing[kinds=[B]]
                |       | why  | DocumentsMissing[kinds=[A, B]]
          A     | B     | why  | Allowed
          A     | B     | -    | NoteMissing[]
          A     | B     | '  ' | NoteMissing[]
          A,B   | B     | -    | Allowed
                | A,B   | why  | Allowed
          A,B,C |       | -    | Allowed
          """)
  void the_competent_body_is_asked_with_all_documents_or_a_reason(
      String attached, String without, String note, String expected) {
    var verdict =
        CaseRules.examine(
            new CaseRules.Standing(CaseState.SUBMITTED, TODAY, List.of("A", "B"), kinds(attached)),
            new CaseRules.Move(CaseState.AT_COMPETENT_BODY, TODAY, kinds(without), note),
            TODAY);
    assertThat(verdict).hasToString(expected.startsWith("Allowed") ? "Allowed[]" : expected);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-21, ImpossibleDay",
    "2026-11-20, Allowed",
    "2026-11-18, Allowed",
    "2026-11-17, ImpossibleDay"
  })
  void a_step_lies_between_the_last_one_and_today(LocalDate occurredOn, String expected) {
    var verdict =
        CaseRules.examine(
            new CaseRules.Standing(
                CaseState.DECIDED, LocalDate.of(2026, 11, 18), List.of(), List.of()),
            new CaseRules.Move(CaseState.HANDED_OVER, occurredOn, List.of(), null),
            TODAY);
    assertThat(verdict).hasToString(expected + "[]");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"-, NoteMissing", "Не проживає, Allowed"})
  void a_refusal_says_why(String note, String expected) {
    var verdict =
        CaseRules.examine(
            new CaseRules.Standing(CaseState.AT_COMPETENT_BODY, TODAY, List.of("A"), List.of()),
            new CaseRules.Move(CaseState.REFUSED, TODAY, List.of(), note),
            TODAY);
    assertThat(verdict).hasToString(expected + "[]");
  }

  private static List<String> kinds(String text) {
    return text == null || text.isBlank() ? List.of() : List.of(text.split(","));
  }
}
