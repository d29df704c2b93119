package ua.vidnova.medical.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Resource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** HL7's own examples of the types that are served come out of our parser as they went in. */
class FhirExamplesTest {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private final FhirJson fhirJson = new FhirJson(null);

  @TestFactory
  Stream<DynamicTest> an_example_comes_out_as_it_went_in() {
    return FhirPackages.examples().entrySet().stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.getKey(), () -> assertRoundTrip(example.getValue())));
  }

  @Test
  void there_are_examples_of_every_type() {
    for (var offer : Offer.values()) {
      assertThat(FhirPackages.examples().keySet())
          .anyMatch(name -> name.startsWith(offer.type() + "-"));
    }
  }

  private void assertRoundTrip(String json) throws Exception {
    var written = fhirJson.write(fhirJson.read(Resource.class, json));
    var before = plain(JSON.readTree(json));
    var after = plain(JSON.readTree(written));
    assertThat(before.equals(FhirExamplesTest::compare, after))
        .as("%s%n%s", json, written)
        .isTrue();
  }

  /** Numbers are the same whether they are written out or with an exponent. */
  private static int compare(JsonNode one, JsonNode other) {
    return one.isNumber() && other.isNumber()
        ? one.decimalValue().compareTo(other.decimalValue())
        : one.equals(other) ? 0 : 1;
  }

  /** Narratives are written by another XHTML serializer, which may quote otherwise. */
  private static JsonNode plain(JsonNode resource) {
    resource.findParents("div").forEach(text -> ((ObjectNode) text).remove("div"));
    return resource;
  }
}
