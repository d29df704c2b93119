package ua.vidnova.coordination;

import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.testing.ArchitectureRules;

class HouseTest {

  @Test
  void the_service_keeps_the_rules_of_the_house() {
    ArchitectureRules.assertHouseRules("ua.vidnova.coordination");
  }
}
