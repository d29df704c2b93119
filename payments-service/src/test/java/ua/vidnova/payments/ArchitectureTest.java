package ua.vidnova.payments;

import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.testing.ArchitectureRules;

class ArchitectureTest {

  @Test
  void keeps_the_rules_of_the_house() {
    ArchitectureRules.assertHouseRules("ua.vidnova.payments");
  }
}
