package ua.vidnova.coordination.settlement;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.testing.EventContract;
import ua.vidnova.coordination.cashpoint.CashPointChanged;
import ua.vidnova.coordination.cashpoint.CashPointKind;
import ua.vidnova.coordination.cashpoint.CashPointState;

class SettlementEventsTest {

  @Test
  void the_service_sends_what_it_promises() {
    EventContract.assertSendsWhatItPromises(
        "coordination",
        List.of(
            new SettlementStatusChanged(
                "UA44160030010058180", Status.LIBERATED, LocalDate.of(2026, 11, 20)),
            new CashPointChanged(
                UUID.randomUUID(),
                "21560045",
                "93500-П1",
                CashPointKind.MOBILE_POST,
                "Пересувне відділення № 1",
                "UA44160030010058180",
                List.of(
                    new CashPointChanged.Stop("UA44160030010058180", Set.of(), Set.of()),
                    new CashPointChanged.Stop(
                        "UA44020010010037242",
                        Set.of(DayOfWeek.TUESDAY),
                        Set.of(LocalDate.of(2026, 12, 9)))),
                "93500",
                1L,
                2L,
                1L,
                0L,
                CashPointState.LIMITED,
                LocalDate.of(2026, 11, 20))));
  }
}
