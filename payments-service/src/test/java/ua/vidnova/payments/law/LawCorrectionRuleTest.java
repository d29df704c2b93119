package ua.vidnova.payments.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.ids.Ids;

class LawCorrectionRuleTest {

  private final LawValue standing = Law.value(line("100", "2025-01-01", "2027-01-01"));
  private final LawBook book = new LawBook(List.of(standing));

  @Test
  void a_line_in_the_middle_replaces_its_days_and_leaves_the_others() {
    var correction = correct(line("200", "2025-07-01", "2026-01-01"));

    assertThat(correction.replaced()).containsExactly(standing.id());
    assertThat(correction.added())
        .extracting(LawValue::validFrom, LawValue::validTo, LawValue::minor)
        .containsExactlyInAnyOrder(
            row("2025-01-01", "2025-07-01", 10_000),
            row("2025-07-01", "2026-01-01", 20_000),
            row("2026-01-01", "2027-01-01", 10_000));
    assertThat(correction.added()).extracting(LawValue::id).doesNotContain(standing.id());
  }

  @Test
  void a_line_without_an_end_ends_the_one_before() {
    assertThat(correct(line("200", "2026-01-01", null)).added())
        .extracting(LawValue::validFrom, LawValue::validTo, LawValue::minor)
        .containsExactlyInAnyOrder(
            row("2025-01-01", "2026-01-01", 10_000), row("2026-01-01", null, 20_000));
  }

  @Test
  void a_line_for_other_days_only_adds() {
    var correction = correct(line("200", "2027-01-01", null));

    assertThat(correction.replaced()).isEmpty();
    assertThat(correction.added()).hasSize(1);
  }

  @Test
  void what_stands_already_is_left_alone() {
    var correction = correct(line("100.00", "2025-01-01", "2027-01-01"));

    assertThat(correction.replaced()).isEmpty();
    assertThat(correction.added()).isEmpty();
  }

  @Test
  void two_lines_share_what_they_replace() {
    var correction =
        correct(line("200", "2025-01-01", "2025-02-01"), line("300", "2026-12-01", "2027-01-01"));

    assertThat(correction.replaced()).containsExactly(standing.id());
    assertThat(correction.added())
        .extracting(LawValue::validFrom, LawValue::validTo, LawValue::minor)
        .containsExactlyInAnyOrder(
            row("2025-01-01", "2025-02-01", 20_000),
            row("2025-02-01", "2026-12-01", 10_000),
            row("2026-12-01", "2027-01-01", 30_000));
  }

  private LawCorrectionRule.Correction correct(LawLine... lines) {
    return LawCorrectionRule.correct(List.of(lines), book, Ids::newId);
  }

  private static Tuple row(String from, String to, long minor) {
    return tuple(LocalDate.parse(from), to == null ? null : LocalDate.parse(to), minor);
  }

  private static LawLine line(String hryvnias, String from, String to) {
    return new LawLine(
        2,
        LawCode.WAGE_BASE,
        "",
        new BigDecimal(hryvnias).movePointRight(2),
        "act",
        "article",
        "source",
        LocalDate.parse(from),
        to == null ? null : LocalDate.parse(to));
  }
}
