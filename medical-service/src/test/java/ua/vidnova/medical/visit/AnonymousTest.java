package ua.vidnova.medical.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.contracts.identifiers.Sex;

class AnonymousTest {

  private static final UUID ID = UUID.fromString("019aa7d0-5c00-7a10-8b21-4f0c6d2e9a01");

  @ParameterizedTest
  @CsvSource({
    "2026-11-22, 40, 1986-07-01",
    "2026-07-01, 40, 1986-07-01",
    "2026-06-30, 40, 1985-07-01",
    "2026-02-28, 0,  2025-07-01",
    "2024-02-29, 1,  2022-07-01",
  })
  void a_birth_date_is_reckoned_from_years(LocalDate on, int years, LocalDate expected) {
    var born = new Anonymous(ID, Sex.MALE, years, null).reckonedBirthDate(on);
    assertThat(born).isEqualTo(expected);
    assertThat(Period.between(born, on).getYears()).isEqualTo(years);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22, 0,  2026-11-15",
    "2026-11-14, 0,  2026-10-15",
    "2026-03-31, 1,  2026-02-15",
    "2026-01-15, 11, 2025-02-15",
  })
  void a_birth_date_is_reckoned_from_months(LocalDate on, int months, LocalDate expected) {
    var born = new Anonymous(ID, Sex.MALE, null, months).reckonedBirthDate(on);
    assertThat(born).isEqualTo(expected);
    assertThat(ChronoUnit.MONTHS.between(born, on)).isEqualTo(months);
  }

  @Test
  void years_give_no_months_and_months_full_years() {
    assertThat(new Anonymous(ID, Sex.MALE, 40, null).fullYears()).isEqualTo(40);
    assertThat(new Anonymous(ID, Sex.MALE, null, 23).fullYears()).isEqualTo(1);
    assertThat(new Anonymous(ID, Sex.MALE, null, null).fullYears()).isNull();
  }
}
