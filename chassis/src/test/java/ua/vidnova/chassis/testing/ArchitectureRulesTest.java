package ua.vidnova.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class ArchitectureRulesTest {

  private static final String PLANTED = "ua.vidnova.chassis.planted";

  @Test
  void a_domain_class_that_knows_transport_is_caught() {
    assertCatches(ArchitectureRules.domainKnowsNoTransport(), "TalksHttp");
  }

  @Test
  void a_class_of_another_module_is_caught() {
    assertCatches(ArchitectureRules.noServiceImportsAnother(PLANTED), "FeeHelper");
  }

  @Test
  void a_rule_that_needs_a_framework_is_caught() {
    assertCatches(ArchitectureRules.rulesAreFreeOfFrameworks(), "FeeRules");
  }

  @Test
  void a_name_that_says_nothing_is_caught() {
    assertCatches(ArchitectureRules.namesSayWhatThingsAre(), "FeeHelper");
  }

  private static void assertCatches(ArchRule rule, String planted) {
    var result = rule.evaluate(ArchitectureRules.classesOf(PLANTED));
    assertThat(result.hasViolation()).isTrue();
    assertThat(result.getFailureReport().getDetails())
        .allMatch(detail -> detail.contains(planted))
        .isNotEmpty();
  }
}
