package ua.vidnova.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class GatewayArchitectureTest {

  private static final JavaClasses GATEWAY =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("ua.vidnova.gateway");

  @Test
  void it_knows_no_service_and_no_database() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "ua.vidnova.registry..",
            "ua.vidnova.payments..",
            "ua.vidnova.medical..",
            "ua.vidnova.coordination..",
            "ua.vidnova.chassis..",
            "jakarta.persistence..",
            "java.sql..")
        .check(GATEWAY);
    assertThat(GATEWAY).hasSizeGreaterThan(20);
  }

  @Test
  void only_the_pages_know_reference_data() {
    noClasses()
        .that()
        .resideOutsideOfPackage("ua.vidnova.gateway.pages..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("ua.vidnova.contracts..")
        .check(GATEWAY);
  }

  @Test
  void its_parts_do_not_depend_on_each_other_in_circles() {
    slices().matching("ua.vidnova.gateway.(*)..").should().beFreeOfCycles().check(GATEWAY);
  }
}
