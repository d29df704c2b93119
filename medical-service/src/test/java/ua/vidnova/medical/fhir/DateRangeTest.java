package ua.vidnova.medical.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.medical.fhir.DateRange.Prefix;

class DateRangeTest {

  @ParameterizedTest
  @CsvSource({
    "2026,                          EQ, 2025-12-31T22:00:00Z,     2026-12-31T22:00:00Z",
    "ge2026-07,                     GE, 2026-06-30T21:00:00Z,     2026-07-31T21:00:00Z",
    "lt2026-03-29,                  LT, 2026-03-28T22:00:00Z,     2026-03-29T21:00:00Z",
    "sa2026-11-18T09:20Z,           SA, 2026-11-18T09:20:00Z,     2026-11-18T09:21:00Z",
    "eb2026-11-18T09:20+02:00,      EB, 2026-11-18T07:20:00Z,     2026-11-18T07:21:00Z",
    "ap2026-11-18T09:20:05Z,        AP, 2026-11-18T09:20:05Z,     2026-11-18T09:20:06Z",
    "ne2026-11-18T09:20:05.123Z,    NE, 2026-11-18T09:20:05.123Z, 2026-11-18T09:20:05.124Z",
  })
  void a_value_spans_what_it_leaves_open_and_days_are_those_of_kyiv(
      String text, Prefix prefix, Instant start, Instant end) {
    assertThat(DateRange.parse(text)).contains(new DateRange(prefix, start, end));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "today",
        "18.11.2026",
        "2026-1",
        "2026-02-30",
        "2026-11-18T09:20",
        "xx2026",
        "GE2026",
        "20261118",
        "99999"
      })
  void what_is_no_date_is_not_guessed_at(String text) {
    assertThat(DateRange.parse(text)).isEmpty();
  }
}
