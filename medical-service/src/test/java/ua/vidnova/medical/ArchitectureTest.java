package ua.vidnova.medical;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.testing.ArchitectureRules;

class ArchitectureTest {

  private static final ArchRule HAPI_STAYS_IN_FHIR =
      noClasses()
          .that()
          .resideOutsideOfPackage("ua.vidnova.medical.fhir..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ca.uhn.fhir..", "org.hl7.fhir..");

  private static final ArchRule RESIDENTS_KNOW_NO_VISITS =
      noClasses()
          .that()
          .resideInAPackage("ua.vidnova.medical.resident..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ua.vidnova.medical.visit..", "ua.vidnova.medical.fhir..");

  private static final ArchRule VISITS_KNOW_NO_FHIR =
      noClasses()
          .that()
          .resideInAPackage("ua.vidnova.medical.visit..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ua.vidnova.medical.fhir..");

  private static final ImportOption NO_TESTS = ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;

  @Test
  void the_house_rules_hold() {
    ArchitectureRules.assertHouseRules("ua.vidnova.medical");
  }

  @Test
  void only_the_fhir_package_knows_hapi() {
    HAPI_STAYS_IN_FHIR.check(
        new ClassFileImporter().withImportOption(NO_TESTS).importPackages("ua.vidnova.medical"));
    assertCatches(HAPI_STAYS_IN_FHIR, "ua.vidnova.medical.planted");
  }

  @Test
  void capabilities_depend_in_one_direction() {
    var classes =
        new ClassFileImporter().withImportOption(NO_TESTS).importPackages("ua.vidnova.medical");
    RESIDENTS_KNOW_NO_VISITS.check(classes);
    VISITS_KNOW_NO_FHIR.check(classes);
    assertCatches(RESIDENTS_KNOW_NO_VISITS, "ua.vidnova.medical.resident.planted");
    assertCatches(VISITS_KNOW_NO_FHIR, "ua.vidnova.medical.visit.planted");
  }

  private static void assertCatches(ArchRule rule, String planted) {
    var result = rule.evaluate(new ClassFileImporter().importPackages(planted));
    assertThat(result.getFailureReport().getDetails()).isNotEmpty();
  }
}
