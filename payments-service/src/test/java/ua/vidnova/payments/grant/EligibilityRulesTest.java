package ua.vidnova.payments.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.payments.grant.EligibilityRules.Asked;
import ua.vidnova.payments.grant.EligibilityRules.Facts;
import ua.vidnova.payments.grant.EligibilityRules.OtherAid;
import ua.vidnova.payments.programme.AmountRow;
import ua.vidnova.payments.programme.Basis;
import ua.vidnova.payments.programme.EvidenceRow;
import ua.vidnova.payments.programme.ExclusionRow;
import ua.vidnova.payments.programme.Programme;
import ua.vidnova.payments.programme.Programme.Entrance;
import ua.vidnova.payments.programme.Programme.Kind;
import ua.vidnova.payments.programme.Programme.Per;
import ua.vidnova.payments.programme.TermRow;
import ua.vidnova.payments.resident.EvidenceLevel;

class EligibilityRulesTest {

  private static final Basis SINCE_2020 =
      new Basis("act", "article", "source", LocalDate.of(2020, 1, 1), null);
  private static final UUID SELF = new UUID(0, 1);
  private static final UUID OTHER = new UUID(0, 2);

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/rules/eligibility.csv", delimiter = '|', numLinesToSkip = 1)
  void finds_what_the_table_says(
      String name,
      String programme,
      String category,
      String from,
      String papers,
      EvidenceLevel evidence,
      String deceased,
      String missing,
      String liberated,
      String subject,
      LocalDate subjectBirth,
      String other,
      String expected) {
    var open =
        EligibilityRules.open(
            programme(programme),
            new Asked(category, YearMonth.parse(from), words(papers), null),
            new Facts(
                evidence,
                deceased.equals("yes"),
                missing.equals("yes"),
                liberated.equals("yes"),
                !subject.equals("unknown"),
                subject.equals("dead"),
                subjectBirth,
                SELF,
                Optional.ofNullable(other).map(EligibilityRulesTest::otherAid).stream().toList()));

    assertThat(open.stream().map(EligibilityRulesTest::told))
        .containsExactlyElementsOf(
            expected == null ? List.of() : Arrays.asList(expected.split(" ")));
  }

  @ParameterizedTest(name = "{0} from {1}, born {2}: until {3}")
  @CsvSource({
    "ONE_OFF,   2026-11, 1950-05-05, 2026-11",
    "RECURRING, 2026-11, 1950-05-05, 2027-04",
    "RECURRING, 2026-11,           , 2027-04",
    "BIRTH_CARE, 2026-11, 2026-10-10, 2027-10",
    "BIRTH_CARE, 2026-11, 2026-10-01, 2027-09",
    "SPACED,    2026-11, 1950-05-05, 2026-11"
  })
  void a_grant_ends_with_its_term_or_its_age(
      String programme, String from, LocalDate born, String until) {
    var granted = programme(programme);
    var amount = granted.amountOn(YearMonth.parse(from).atDay(1), "OTHER").orElseThrow();
    assertThat(EligibilityRules.lastMonth(granted, amount, YearMonth.parse(from), born))
        .contains(YearMonth.parse(until));
  }

  @ParameterizedTest(name = "from {0} with the amount of {1}: changed {2}")
  @CsvSource({
    "2026-06, OLD, false",
    "2026-07, OLD, true",
    "2026-07, NEW, false",
    "2026-06, NEW, true",
    "2026-07,    , false",
    "2027-01, NEW, true",
  })
  void an_amount_that_is_not_the_first_months_is_proposed_anew(
      String from, String proposed, boolean changed) {
    var spaced = programme("SPACED");
    var of = Map.of("OLD", new UUID(7, 1), "NEW", new UUID(7, 2));
    var amounts =
        List.of(
            amountOf(of.get("OLD"), "2020-01-01", "2026-07-01"),
            amountOf(of.get("NEW"), "2026-07-01", "2027-01-01"));
    var programme =
        new Programme(
            spaced.code(),
            spaced.nameUk(),
            spaced.kind(),
            spaced.per(),
            spaced.entrance(),
            spaced.payer(),
            spaced.hasArrears(),
            spaced.liberatedOnly(),
            amounts,
            spaced.terms(),
            spaced.evidence(),
            List.of());
    var open =
        EligibilityRules.open(
            programme,
            new Asked(
                "OTHER",
                YearMonth.parse(from),
                Set.of(),
                proposed == null ? null : of.get(proposed)),
            new Facts(
                EvidenceLevel.ORIGINAL,
                false,
                false,
                true,
                true,
                false,
                LocalDate.of(1950, 5, 5),
                SELF,
                List.of()));

    assertThat(open)
        .isEqualTo(changed ? List.of(OpenCondition.of(GrantCondition.AMOUNT_CHANGED)) : List.of());
  }

  private static AmountRow amountOf(UUID id, String from, String to) {
    var basis = new Basis("act", "article", "source", LocalDate.parse(from), LocalDate.parse(to));
    return new AmountRow(id, "OTHER", 100L, null, null, basis);
  }

  private static String told(OpenCondition open) {
    return open.which().isEmpty()
        ? open.code().name()
        : open.code() + ":" + String.join(",", open.which());
  }

  private static Set<String> words(String text) {
    return text == null ? Set.of() : Stream.of(text.split(" ")).collect(Collectors.toSet());
  }

  private static OtherAid otherAid(String text) {
    var parts = text.split(" ", -1);
    return new OtherAid(
        parts[0],
        parts[1].equals("self") ? SELF : OTHER,
        YearMonth.parse(parts[2]),
        parts.length == 4 ? YearMonth.parse(parts[3]) : null);
  }

  private static Programme programme(String code) {
    return switch (code) {
      case "ONE_OFF" ->
          of(
              code,
              Kind.ONE_OFF,
              Per.PERSON,
              true,
              List.of(),
              List.of(paper("*", "RESIDENCE"), paper("DISABLED", "DISABILITY")),
              List.of(new ExclusionRow("RECURRING", null, SINCE_2020)));
      case "SPACED" ->
          of(
              code,
              Kind.ONE_OFF,
              Per.PERSON,
              false,
              List.of(),
              List.of(),
              List.of(new ExclusionRow("RECURRING", 3, SINCE_2020)));
      case "RECURRING" ->
          of(
              code,
              Kind.RECURRING,
              Per.PERSON,
              false,
              List.of(new TermRow(6, true, SINCE_2020)),
              List.of(),
              List.of());
      case "BIRTH_CARE" ->
          of(
              code,
              Kind.RECURRING,
              Per.BIRTH,
              false,
              List.of(new TermRow(24, false, SINCE_2020)),
              List.of(),
              List.of());
      case "BIRTH", "DEATH" ->
          of(
              code,
              Kind.ONE_OFF,
              Per.valueOf(code),
              false,
              List.of(),
              List.of(paper("*", "CERTIFICATE")),
              List.of());
      default -> throw new IllegalArgumentException(code);
    };
  }

  private static Programme of(
      String code,
      Kind kind,
      Per per,
      boolean liberatedOnly,
      List<TermRow> terms,
      List<EvidenceRow> evidence,
      List<ExclusionRow> exclusions) {
    var ageOfChild = per == Per.BIRTH ? 1 : 18;
    return new Programme(
        code,
        code,
        kind,
        per,
        Entrance.GRANT,
        "00035323",
        false,
        liberatedOnly,
        List.of(
            amount("CHILD", ageOfChild),
            amount("DISABLED", null),
            amount("OTHER", per == Per.BIRTH ? 1 : null),
            amount("PENSIONER", null)),
        terms,
        evidence,
        exclusions);
  }

  private static AmountRow amount(String category, Integer ageBelowYears) {
    return new AmountRow(SELF, category, 100L, null, ageBelowYears, SINCE_2020);
  }

  private static EvidenceRow paper(String category, String evidence) {
    return new EvidenceRow(category, evidence, SINCE_2020);
  }
}
