package ua.vidnova.medical.fhir.transaction;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Immunization;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import ua.vidnova.medical.fhir.mapping.FhirTypes;
import ua.vidnova.medical.fhir.mapping.ResourceId;
import ua.vidnova.medical.fhir.transaction.VisitBundle.Part;
import ua.vidnova.medical.visit.Visit;

/** Where the entries of a bundle are served once they are parts of a visit. */
final class PartAddresses {

  private final Map<String, String> byFullUrl = new HashMap<>();

  private PartAddresses() {}

  /**
   * The addresses, relative to the service's, by {@code fullUrl}.
   *
   * @param visit that says what the bundle says
   */
  static Map<String, String> of(VisitBundle bundle, Visit visit) {
    var faults = new Faults();
    var parts = new PartsReading(bundle, new EncounterReading(bundle.encounter(), faults), faults);
    var facts = visit.facts();
    var addresses = new PartAddresses();
    addresses.put(List.of(bundle.encounter()), rank -> visit.id());
    addresses.put(parts.rankedDiagnoses(), rank -> new ResourceId(visit.id(), "d" + rank));
    addresses.put(parts.chronicParts(), rank -> facts.chronicConditions().get(rank).id());
    addresses.put(bundle.all(Procedure.class), rank -> new ResourceId(visit.id(), "a" + rank));
    addresses.put(bundle.all(AllergyIntolerance.class), rank -> facts.allergies().get(rank).id());
    addresses.put(parts.medicineParts(), rank -> facts.medicines().get(rank).id());
    addresses.put(bundle.all(Immunization.class), rank -> facts.vaccinations().get(rank).id());
    addresses.put(bundle.all(ServiceRequest.class), rank -> facts.referrals().get(rank).id());
    for (var part : bundle.all(Observation.class)) {
      var code = Codes.code(part.resource().getCode(), FhirTypes.LOINC);
      addresses.put(List.of(part), rank -> new ResourceId(visit.id(), code));
    }
    return addresses.byFullUrl;
  }

  private void put(List<? extends Part<? extends Resource>> parts, IntFunction<Object> id) {
    for (int rank = 0; rank < parts.size(); rank++) {
      var part = parts.get(rank);
      byFullUrl.put(part.fullUrl(), part.resource().fhirType() + "/" + id.apply(rank));
    }
  }
}
