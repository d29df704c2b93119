package ua.vidnova.medical.fhir.mapping;

import java.util.Collection;
import java.util.LinkedHashMap;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Practitioner;
import ua.vidnova.medical.visit.Visit;

/** Who recorded or corrected visits, as far as the visits tell: the account and its name. */
public final class PractitionerMapping {

  private PractitionerMapping() {}

  /** The medics of some visits and who corrected these last, each once. */
  public static Collection<Practitioner> of(Collection<Visit> visits) {
    var practitioners = new LinkedHashMap<String, Practitioner>();
    for (var visit : visits) {
      var medic = visit.medic();
      practitioners.putIfAbsent(medic.id(), of(medic.id(), medic.name()));
      practitioners.putIfAbsent(visit.recordedBy(), of(visit.recordedBy(), visit.recordedByName()));
    }
    return practitioners.values();
  }

  /**
   * @param id at the identity provider
   */
  public static Practitioner of(String id, String name) {
    var practitioner = new Practitioner();
    practitioner.setId(id);
    practitioner.addIdentifier().setSystem(FhirTypes.STAFF).setValue(id);
    practitioner.addName(new HumanName().setText(name));
    return practitioner;
  }
}
