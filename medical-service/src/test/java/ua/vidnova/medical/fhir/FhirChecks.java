package ua.vidnova.medical.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;
import static ua.vidnova.medical.visit.TestVisits.asMedic;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport.IssueSeverity;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Resource;

/**
 * HL7's validator with the definitions of R4 and of the International Patient Summary. Code systems
 * that do not come with it (LOINC, ICPC-2) give warnings; everything else gives errors.
 */
final class FhirChecks {

  static final String FHIR = "/api/medical/fhir/R4/";

  private static final FhirContext CONTEXT = FhirContext.forR4Cached();
  private static final FhirValidator VALIDATOR = validator();

  private FhirChecks() {}

  private static FhirValidator validator() {
    var unknownSystems = new UnknownCodeSystemWarningValidationSupport(CONTEXT);
    unknownSystems.setNonExistentCodeSystemSeverity(IssueSeverity.WARNING);
    var support =
        new ValidationSupportChain(
            new DefinitionsOfR4(),
            internationalPatientSummary(),
            new CommonCodeSystemsTerminologyService(CONTEXT),
            new InMemoryTerminologyServerValidationSupport(CONTEXT),
            unknownSystems);
    return CONTEXT.newValidator().registerValidatorModule(new FhirInstanceValidator(support));
  }

  private static PrePopulatedValidationSupport internationalPatientSummary() {
    var definitions = new PrePopulatedValidationSupport(CONTEXT);
    FhirPackages.internationalPatientSummary()
        .values()
        .forEach(json -> definitions.addResource(CONTEXT.newJsonParser().parseResource(json)));
    return definitions;
  }

  /** Profiles name base resources with their version, by which HAPI does not find them. */
  private static final class DefinitionsOfR4 extends DefaultProfileValidationSupport {

    DefinitionsOfR4() {
      super(CONTEXT);
    }

    @Override
    public IBaseResource fetchStructureDefinition(String url) {
      return super.fetchStructureDefinition(url.replace("|4.0.1", ""));
    }
  }

  /** What the validator holds against a resource. */
  static List<String> errors(String json) {
    return VALIDATOR.validateWithResult(json).getMessages().stream()
        .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
        .map(SingleValidationMessage::toString)
        .toList();
  }

  /** Reads a served resource after the validator has found no fault with it. */
  static <T extends Resource> T valid(Class<T> type, String json) {
    assertThat(errors(json)).as(json).isEmpty();
    return type.cast(CONTEXT.newJsonParser().parseResource(json));
  }

  /** Reads what a medic is served; it has passed the validator. */
  static <T extends Resource> T read(Class<T> type, String path) {
    var asked = asMedic().urlEncodingEnabled(!path.contains("%")).get(FHIR + path);
    return valid(type, asked.then().statusCode(200).extract().asString());
  }

  /** A refusal in FHIR's words. */
  static ValidatableResponse assertOutcome(
      ValidatableResponse answer, int status, IssueType issue) {
    answer.statusCode(status).contentType(startsWith("application/fhir+json"));
    var outcome = valid(OperationOutcome.class, answer.extract().asString());
    assertThat(outcome.getIssueFirstRep().getCode()).isEqualTo(issue);
    return answer;
  }

  static String json(Resource resource) {
    return CONTEXT.newJsonParser().encodeResourceToString(resource);
  }

  /** The resources of a bundle. */
  static <T extends Resource> List<T> entries(Class<T> type, Bundle bundle) {
    return bundle.getEntry().stream()
        .map(Bundle.BundleEntryComponent::getResource)
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }
}
