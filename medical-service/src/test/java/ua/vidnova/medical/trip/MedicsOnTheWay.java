package ua.vidnova.medical.trip;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import ua.vidnova.medical.resident.TestResidents;

/**
 * The people of most tests are on a trip through both hromadas, so that their territories alone say
 * whom they see. Tests about trips take others.
 */
@ApplicationScoped
class MedicsOnTheWay {

  private static final String[] USERS = {
    "medic-1", "medic-2", "medic-3", "other-1", "lead-1", "somebody"
  };

  private final Trips trips;

  @Inject
  MedicsOnTheWay(Trips trips) {
    this.trips = trips;
  }

  void setOut(@Observes StartupEvent started) {
    var today = LocalDate.now();
    var stops =
        List.of(
            TestTrips.stop(TestResidents.SETTLEMENT, today),
            TestTrips.stop(TestResidents.OTHER_SETTLEMENT, today));
    var trip = TestTrips.trip(today, today.plusDays(1), stops, USERS);
    QuarkusTransaction.requiringNew().run(() -> trips.learn(trip));
  }
}
