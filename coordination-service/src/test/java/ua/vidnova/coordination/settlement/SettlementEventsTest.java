package ua.vidnova.coordination.settlement;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.testing.EventContract;

class SettlementEventsTest {

  @Test
  void the_service_sends_what_it_promises() {
    EventContract.assertSendsWhatItPromises(
        "coordination",
        List.of(
            new SettlementStatusChanged(
                "UA44160030010058180", Status.LIBERATED, LocalDate.of(2026, 11, 20))));
  }
}
