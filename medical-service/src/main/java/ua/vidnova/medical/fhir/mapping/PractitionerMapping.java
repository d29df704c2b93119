package ua.vidnova.medical.fhir.mapping;

import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Practitioner;

/** A medic who recorded visits, as far as the visits tell: the account and its name. */
public final class PractitionerMapping {

  private PractitionerMapping() {}

  /**
   * @param id the medic's id at the identity provider
   */
  public static Practitioner of(String id, String name) {
    var practitioner = new Practitioner();
    practitioner.setId(id);
    practitioner.addIdentifier().setSystem(FhirTypes.STAFF).setValue(id);
    practitioner.addName(new HumanName().setText(name));
    return practitioner;
  }
}
