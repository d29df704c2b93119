package ua.vidnova.coordination.settlement;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.testing.EventContract;
import ua.vidnova.coordination.brigade.BrigadeKind;
import ua.vidnova.coordination.brigade.MemberRole;
import ua.vidnova.coordination.cashpoint.CashPointChanged;
import ua.vidnova.coordination.cashpoint.CashPointKind;
import ua.vidnova.coordination.cashpoint.CashPointState;
import ua.vidnova.coordination.trip.TripChanged;
import ua.vidnova.coordination.trip.TripState;

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
                LocalDate.of(2026, 11, 20)),
            new TripChanged(
                UUID.randomUUID(),
                1,
                TripState.PLANNED,
                UUID.randomUUID(),
                "Мобільна бригада № 2",
                BrigadeKind.MIXED,
                List.of(new TripChanged.OnTrip("medic", MemberRole.DOCTOR)),
                LocalDate.of(2026, 11, 24),
                LocalDate.of(2026, 11, 25),
                List.of(
                    new TripChanged.StopOfTrip(
                        UUID.randomUUID(),
                        "UA44160030010058180",
                        LocalDate.of(2026, 11, 24),
                        null)))));
  }
}
