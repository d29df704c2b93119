package ua.vidnova.medical.fhir;

import ca.uhn.fhir.context.FhirContext;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/**
 * Writes FHIR resources as JSON. HAPI reads its model the first time each resource type is written,
 * about a second in all, so that is done in the background once the service has started.
 */
@Singleton
class FhirJson {

  static final String MEDIA_TYPE = "application/fhir+json";

  private final FhirContext context = FhirContext.forR4Cached();

  String write(Resource resource) {
    return context.newJsonParser().encodeResourceToString(resource);
  }

  void warmUp(@Observes StartupEvent started) {
    Thread.ofPlatform()
        .daemon()
        .name("fhir-warm-up")
        .priority(Thread.MIN_PRIORITY)
        .start(this::writeOneOfEach);
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
