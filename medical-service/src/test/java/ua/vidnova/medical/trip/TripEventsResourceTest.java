package ua.vidnova.medical.trip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static ua.vidnova.medical.trip.TestTrips.heard;
import static ua.vidnova.medical.trip.TestTrips.next;
import static ua.vidnova.medical.trip.TestTrips.stop;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.EventSamples;
import ua.vidnova.chassis.testing.KafkaProbe;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.medical.resident.TestResidents;

/** What the clinic hears of trips. */
@QuarkusTest
@WithPlatform
class TripEventsResourceTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

  @Inject Trips trips;

  @Test
  void the_sample_of_contracts_makes_a_trip() {
    var id = Ids.newId();
    var data = (ObjectNode) EventSamples.json("coordination.trips", "TripChanged.v1").deepCopy();
    data.put("tripId", id.toString());
    KafkaProbe.send(
        "coordination.trips", id.toString(), "ua.vidnova.coordination.TripChanged.v1", data);

    await().atMost(Duration.ofSeconds(30)).until(() -> trips.find(id).isPresent());
    var trip = trips.find(id).orElseThrow();

    assertThat(trip.version()).isEqualTo(3);
    assertThat(trip.state()).isEqualTo(TripState.PLANNED);
    assertThat(trip.isMedical()).isTrue();
    assertThat(trip.roleOf("nurse")).contains(MemberRole.NURSE);
    assertThat(trip.roleOf("registrar")).isEmpty();
    assertThat(trip.stops().getFirst().place()).isEqualTo("Будинок культури");
    assertThat(trip.stops())
        .extracting(Trip.Stop::settlement, Trip.Stop::hromada, Trip.Stop::on)
        .containsExactly(
            tuple(TestResidents.SETTLEMENT, TestResidents.HROMADA, DAY),
            tuple("UA44160030010058180", "UA44160030000020916", DAY.plusDays(1)));
  }

  @Test
  void the_newest_version_wins_however_late_or_often_the_others_come() {
    var first = TestTrips.oneDay(DAY, "medic-1");
    var elsewhere = List.of(stop(TestResidents.OTHER_SETTLEMENT, DAY));
    var second = next(first, TripState.UNDER_WAY, elsewhere);
    var third = next(second, TripState.COMPLETED, elsewhere);

    List.of(first, third, second, first, third).forEach(TestTrips::heard);

    var known = trips.find(first.tripId()).orElseThrow();
    assertThat(known.state()).isEqualTo(TripState.COMPLETED);
    assertThat(known.stops())
        .extracting(Trip.Stop::settlement)
        .containsExactly(TestResidents.OTHER_SETTLEMENT);
  }

  @Test
  void a_user_finds_the_trips_of_a_day_and_the_hromadas_of_a_span() {
    var user = "medic-" + Ids.newId();
    var later =
        TestTrips.trip(
            DAY.plusDays(10),
            DAY.plusDays(12),
            List.of(stop(TestResidents.OTHER_SETTLEMENT, DAY.plusDays(11))),
            user);
    var earlier = heard(TestTrips.oneDay(DAY, user, "driver-1"));
    heard(later);
    heard(TestTrips.oneDay(DAY, "somebody-else"));

    assertThat(trips.listOf(user, DAY)).extracting(Trip::id).containsExactly(earlier);
    assertThat(trips.listOf(user, DAY.plusDays(1))).isEmpty();
    assertThat(trips.listOf(user, DAY.plusDays(12)))
        .extracting(Trip::id)
        .containsExactly(later.tripId());
    assertThat(trips.hromadasOf(user, DAY.minusDays(3), DAY.plusDays(9)))
        .containsExactly(TestResidents.HROMADA);
    assertThat(trips.hromadasOf(user, DAY, DAY.plusDays(10)))
        .containsExactlyInAnyOrder(TestResidents.HROMADA, TestResidents.OTHER_HROMADA);
    assertThat(trips.hromadasOf(user, DAY.plusDays(1), DAY.plusDays(9))).isEmpty();

    heard(next(later, TripState.CANCELLED, later.stops()));
    assertThat(trips.listOf(user, DAY.plusDays(12))).isEmpty();
    assertThat(trips.hromadasOf(user, DAY, DAY.plusDays(10)))
        .containsExactly(TestResidents.HROMADA);
  }
}
