package ua.vidnova.medical.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.StrictErrorHandler;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ResourceFactory;
import ua.vidnova.chassis.problems.Problem;
import ua.vidnova.chassis.problems.ProblemException;

/**
 * Writes and reads FHIR resources as JSON. HAPI reads its model the first time each resource type
 * is written, about a second in all, so that is done in the background soon after the service has
 * started.
 */
@Singleton
public class FhirJson {

  public static final String MEDIA_TYPE = "application/fhir+json";

  /** Leaves the processors to the start of the service. */
  private static final Duration WARM_UP_DELAY = Duration.ofSeconds(3);

  /** HL7's own examples have 263 digits; what is no plausible value is refused where it is used. */
  private static final int DECIMAL_DIGITS_MAX = 1_000;

  private static final JsonFactory JSON = new JsonFactory();

  private final ManagedExecutor background;

  @Inject
  FhirJson(ManagedExecutor background) {
    this.background = background;
  }

  public String write(Resource resource) {
    return parser().encodeResourceToString(resource);
  }

  /**
   * Reads a resource. What FHIR R4 does not know is refused, since passing over it could lose what
   * a medic wrote.
   *
   * @throws ProblemException 400 when it is not such a resource
   */
  public <T extends Resource> T read(Class<T> type, String json) {
    try {
      checkDecimals(json);
      return type.cast(parser().parseResource(json));
    } catch (IOException | DataFormatException | IllegalArgumentException | ClassCastException e) {
      throw new ProblemException(
          Problem.of(400, "malformed", "This is no such resource of FHIR R4"));
    }
  }

  /** HAPI writes decimals out digit by digit, of which 1e-99999999 has too many. */
  private static void checkDecimals(String json) throws IOException {
    try (var tokens = JSON.createParser(json)) {
      for (var token = tokens.nextToken(); token != null; token = tokens.nextToken()) {
        if (token == JsonToken.VALUE_NUMBER_FLOAT
            && Math.abs((long) tokens.getDecimalValue().scale()) > DECIMAL_DIGITS_MAX) {
          throw new IllegalArgumentException("A decimal has too many digits");
        }
      }
    }
  }

  private static IParser parser() {
    return FhirContext.forR4Cached()
        .newJsonParser()
        .setStripVersionsFromReferences(false)
        .setParserErrorHandler(new StrictErrorHandler());
  }

  void warmUp(@Observes StartupEvent started) {
    CompletableFuture.delayedExecutor(WARM_UP_DELAY.toMillis(), TimeUnit.MILLISECONDS, background)
        .execute(this::writeOneOfEach);
  }

  private void writeOneOfEach() {
    var bundle = new Bundle();
    for (var offer : Offer.values()) {
      bundle.addEntry().setResource(ResourceFactory.createResource(offer.type()));
    }
    bundle.addEntry().setResource(new CapabilityStatement());
    bundle.addEntry().setResource(new OperationOutcome());
    write(bundle);
  }
}
