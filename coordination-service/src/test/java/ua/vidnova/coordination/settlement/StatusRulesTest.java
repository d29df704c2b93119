package ua.vidnova.coordination.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @ParameterizedTest(name = "{0} since {1}: {2} from {3} is {4}")
  @CsvSource(
      nullValues = "-",
      value = {
        "-,        -,          LIBERATED, 2026-11-20, CHANGE",
        "-,        -,          LIBERATED, 2026-11-22, CHANGE",
        "-,        -,          LIBERATED, 2026-11-23, IN_THE_FUTURE",
        "OCCUPIED, 2022-03-14, LIBERATED, 2026-11-20, CHANGE",
        "OCCUPIED, 2022-03-14, LIBERATED, 2022-03-13, BEFORE_PRESENT",
        "OCCUPIED, 2022-03-14, COMBAT,    2022-03-14, CHANGE",
        "LIBERATED, 2026-11-20, LIBERATED, 2026-11-20, ALREADY_SO",
        "LIBERATED, 2026-11-20, LIBERATED, 2026-11-18, CHANGE",
        "LIBERATED, 2026-11-20, OCCUPIED,  2026-11-21, CHANGE",
        "LIBERATED, 2026-11-20, LIBERATED, 2026-11-23, IN_THE_FUTURE",
      })
  void a_status_may_be_set_when_the_rules_allow(
      Status present, LocalDate since, Status wished, LocalDate from, StatusRules.Verdict verdict) {
    assertThat(StatusRules.judge(present, since, wished, from, TODAY)).isEqualTo(verdict);
  }
}
