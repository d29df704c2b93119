package ua.vidnova.medical.household;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.List;
import java.util.UUID;
import ua.vidnova.chassis.ids.Ids;

/** Households of which the clinic has heard, put straight into its database. */
public final class TestHouseholds {

  private TestHouseholds() {}

  /** The clinic hears of a new one. */
  public static UUID of(UUID... residents) {
    var id = Ids.newId();
    heard(id, 0, residents);
    return id;
  }

  public static void heard(UUID id, long version, UUID... residents) {
    var households = Arc.container().instance(Households.class).get();
    QuarkusTransaction.requiringNew()
        .run(() -> households.learn(new HouseholdChanged(id, version, List.of(residents))));
  }
}
