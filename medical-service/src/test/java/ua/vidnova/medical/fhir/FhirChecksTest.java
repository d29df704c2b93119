package ua.vidnova.medical.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.testing.WithPlatform;

/**
 * The validator of the other tests is shown to find faults of each kind that they rely on. Needs no
 * platform, but shares the validator, which takes long to load, with them.
 */
@QuarkusTest
@WithPlatform
class FhirChecksTest {

  private static final String TEMPERATURE =
      """
      {"resourceType": "Observation", "status": "final",
       "meta": {"profile": ["http://hl7.org/fhir/StructureDefinition/bodytemp"]},
       "category": [{"coding": [{
         "system": "http://terminology.hl7.org/CodeSystem/observation-category",
         "code": "vital-signs"}]}],
       "code": {"coding": [{"system": "http://loinc.org", "code": "8310-5"}]},
       "subject": {"reference": "Patient/1"},
       "effectiveDateTime": "2026-11-18T09:20:00Z",
       "valueQuantity": {"value": 36.6, "unit": "Cel",
         "system": "http://unitsofmeasure.org", "code": "Cel"}}
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"resourceType\":\"Patient\",\"gender\":\"lady\"}",
        "{\"resourceType\":\"Patient\",\"birthDate\":\"17.04.1951\"}",
        "{\"resourceType\":\"Patient\",\"surname\":\"x\"}",
        "{\"resourceType\":\"Encounter\",\"status\":\"finished\"}",
        "{\"resourceType\":\"Encounter\",\"status\":\"finished\",\"class\":{\"system\":"
            + "\"http://terminology.hl7.org/CodeSystem/v3-ActCode\",\"code\":\"NOPE\"}}",
      })
  void an_invalid_resource_is_caught(String json) {
    assertThat(FhirChecks.errors(json)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"\"Cel\"}},  \"mg\"}}", "8310-5,  8867-4", "\"category\", \"note\""})
  void a_breach_of_a_vital_signs_profile_is_caught(String right, String wrong) {
    assertThat(FhirChecks.errors(TEMPERATURE)).isEmpty();
    assertThat(TEMPERATURE).contains(right);
    assertThat(FhirChecks.errors(TEMPERATURE.replace(right, wrong))).isNotEmpty();
  }
}
