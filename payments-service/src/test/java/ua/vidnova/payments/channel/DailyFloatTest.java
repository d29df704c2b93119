package ua.vidnova.payments.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DailyFloatTest {

  private static final LocalDate FRIDAY = LocalDate.of(2026, 12, 4);
  private static final LocalDate TUESDAY = LocalDate.of(2026, 12, 8);
  private static final List<LocalDate> DAYS = List.of(FRIDAY, TUESDAY);

  @Test
  void a_day_gives_out_its_float_and_no_kopiyka_more() {
    var till = new DailyFloat(500, Map.of());

    assertThat(till.promise(300, DAYS)).contains(FRIDAY);
    assertThat(till.promise(201, DAYS)).contains(TUESDAY);
    assertThat(till.promise(200, DAYS)).contains(FRIDAY);
    assertThat(till.promise(300, DAYS)).isEmpty();
    assertThat(till.promise(299, DAYS)).contains(TUESDAY);
  }

  @Test
  void what_was_promised_before_counts() {
    var till = new DailyFloat(500, Map.of(FRIDAY, 450L, TUESDAY, 600L));

    assertThat(till.promise(50, DAYS)).contains(FRIDAY);
    assertThat(till.promise(1, DAYS)).isEmpty();
  }

  @Test
  void each_settlement_has_days_of_its_own() {
    var till = new DailyFloat(500, Map.of());

    assertThat(till.promise(500, List.of(TUESDAY))).contains(TUESDAY);
    assertThat(till.promise(500, DAYS)).contains(FRIDAY);
    assertThat(till.promise(1, List.of())).isEmpty();
  }
}
