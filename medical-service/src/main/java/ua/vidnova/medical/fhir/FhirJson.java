package ua.vidnova.medical.fhir;

import ca.uhn.fhir.context.FhirContext;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/**
 * Writes FHIR resources as JSON. HAPI reads its model the first time each resource type is written,
 * about a second in all, so that is done in the background soon after the service has started.
 */
@Singleton
class FhirJson {

  static final String MEDIA_TYPE = "application/fhir+json";

  /** Leaves the processors to the start of the service. */
  private static final Duration WARM_UP_DELAY = Duration.ofSeconds(3);

  private final ManagedExecutor background;

  @Inject
  FhirJson(ManagedExecutor background) {
    this.background = background;
  }

  String write(Resource resource) {
    return FhirContext.forR4Cached().newJsonParser().encodeResourceToString(resource);
  }

  void warmUp(@Observes StartupEvent started) {
    CompletableFuture.delayedExecutor(WARM_UP_DELAY.toMillis(), TimeUnit.MILLISECONDS, background)
        .execute(this::writeOneOfEach);
  }

  private void writeOneOfEach() {
    var bundle = new Bundle();
    bundle.addEntry().setResource(new Patient());
    bundle.addEntry().setResource(new Encounter());
    bundle.addEntry().setResource(new Observation());
    bundle.addEntry().setResource(new CapabilityStatement());
    bundle.addEntry().setResource(new OperationOutcome());
    write(bundle);
  }
}
