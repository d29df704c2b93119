package ua.vidnova.medical.availability;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.contracts.reference.Territories;

/** What a statement may say. */
final class AvailabilityRules {

  private AvailabilityRules() {}

  /** Names every field that is not acceptable. */
  static List<FieldError> check(Availability facts, LocalDate today) {
    var errors = new ArrayList<FieldError>();
    if (!Territories.ukraine().isSettlement(facts.settlement())) {
      errors.add(
          new FieldError(
              "settlement", "not-a-settlement", "Give the KATOTTG code of a settlement."));
    }
    if (facts.statedOn().isAfter(today)) {
      errors.add(new FieldError("statedOn", "in-the-future", "Say what is known by today."));
    }
    facts
        .services()
        .forEach(
            (service, state) -> {
              if (state.extent() == Extent.FULLY && !state.barriers().isEmpty()) {
                errors.add(
                    new FieldError(
                        "services." + service + ".barriers",
                        "nothing-wanting",
                        "A service that is fully there has no barriers."));
              }
            });
    return errors;
  }
}
