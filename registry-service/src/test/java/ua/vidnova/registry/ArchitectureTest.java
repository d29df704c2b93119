package ua.vidnova.registry;

import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.testing.ArchitectureRules;

class ArchitectureTest {

  @Test
  void the_rules_of_the_house_hold() {
    ArchitectureRules.assertHouseRules("ua.vidnova.registry");
  }
}
