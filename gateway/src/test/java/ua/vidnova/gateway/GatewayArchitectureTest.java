package ua.vidnova.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.sql.Connection;
import org.junit.jupiter.api.Test;
import ua.vidnova.contracts.reference.Territory;

class GatewayArchitectureTest {

  private static final JavaClasses GATEWAY =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("ua.vidnova.gateway");

  private static final ArchRule NO_SERVICE_NO_DATABASE =
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
              "java.sql..");

  private static final ArchRule REFERENCE_DATA_FOR_PAGES_ONLY =
      noClasses()
          .that()
          .resideOutsideOfPackage("ua.vidnova.gateway.pages..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ua.vidnova.contracts..");

  /** Breaks both rules. */
  record Planted(Connection connection, Territory territory) {}

  @Test
  void it_knows_no_service_and_no_database() {
    NO_SERVICE_NO_DATABASE.check(GATEWAY);
    assertThat(GATEWAY).hasSizeGreaterThan(20);
  }

  @Test
  void only_the_pages_know_reference_data() {
    REFERENCE_DATA_FOR_PAGES_ONLY.check(GATEWAY);
  }

  @Test
  void its_parts_do_not_depend_on_each_other_in_circles() {
    slices().matching("ua.vidnova.gateway.(*)..").should().beFreeOfCycles().check(GATEWAY);
  }

  @Test
  void a_planted_violation_is_seen() {
    var planted = new ClassFileImporter().importClasses(Planted.class);
    assertThatThrownBy(() -> NO_SERVICE_NO_DATABASE.check(planted))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("java.sql.Connection");
    assertThatThrownBy(() -> REFERENCE_DATA_FOR_PAGES_ONLY.check(planted))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Territory");
  }
}
