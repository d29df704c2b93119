package ua.vidnova.chassis.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The rules of the house, the same for every service. */
public final class ArchitectureRules {

  private static final String[] TRANSPORT_PACKAGES = {
    "..rest..", "..http..", "..kafka..", "..files..", "..fhir.."
  };
  private static final String[] TRANSPORT_LIBRARIES = {
    "jakarta.ws.rs..",
    "io.vertx..",
    "org.apache.kafka..",
    "org.eclipse.microprofile.reactive.messaging..",
    "org.jboss.resteasy..",
    "ca.uhn.fhir..",
    "org.hl7.fhir.."
  };

  private ArchitectureRules() {}

  /** Checks all rules on a service's own classes. */
  public static void assertHouseRules(String servicePackage) {
    var imported =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(servicePackage);
    all(servicePackage).forEach(rule -> rule.check(imported));
  }

  static List<ArchRule> all(String servicePackage) {
    return List.of(
        domainKnowsNoTransport(),
        noServiceImportsAnother(servicePackage),
        rulesAreFreeOfFrameworks(),
        namesSayWhatThingsAre());
  }

  static ArchRule domainKnowsNoTransport() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(TRANSPORT_PACKAGES)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(TRANSPORT_LIBRARIES)
        .as("domain packages know no transport");
  }

  static ArchRule noServiceImportsAnother(String servicePackage) {
    return classes()
        .should()
        .onlyDependOnClassesThat(
            com.tngtech.archunit.base.DescribedPredicate.describe(
                "are its own, the chassis', the contracts' or a library's",
                target -> isAllowed(target, servicePackage)))
        .as("no service imports another");
  }

  static ArchRule rulesAreFreeOfFrameworks() {
    return noClasses()
        .that()
        .haveSimpleNameEndingWith("Rules")
        .or()
        .haveSimpleNameEndingWith("Rule")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta..", "io.quarkus..", "org.hibernate..", "io.agroal..")
        .as("rules are free of frameworks")
        .allowEmptyShould(true);
  }

  static ArchRule namesSayWhatThingsAre() {
    return noClasses()
        .should()
        .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Common)")
        .as("names say what things are");
  }

  private static boolean isAllowed(JavaClass target, String servicePackage) {
    var name = target.getPackageName();
    return !name.startsWith("ua.vidnova.")
        || isWithin(name, servicePackage)
        || isWithin(name, "ua.vidnova.chassis")
        || isWithin(name, "ua.vidnova.contracts");
  }

  private static boolean isWithin(String name, String parent) {
    return name.equals(parent) || name.startsWith(parent + ".");
  }

  static JavaClasses classesOf(String packageName) {
    return new ClassFileImporter().importPackages(packageName);
  }
}
