package ua.vidnova.medical.fhir.mapping;

import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Location;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.contracts.reference.Territory;

/** A territory as a FHIR Location, with the one that it lies in. Its id is the KATOTTG code. */
public final class LocationMapping {

  private static final String PHYSICAL_TYPES =
      "http://terminology.hl7.org/CodeSystem/location-physical-type";

  private LocationMapping() {}

  public static Location of(Territory territory) {
    var location = new Location();
    location.setId(territory.code());
    location.addIdentifier().setSystem(FhirTypes.KATOTTG).setValue(territory.code());
    location.setStatus(Location.LocationStatus.ACTIVE);
    location.setName(territory.nameUk());
    location.addAlias(territory.nameLat());
    location.setMode(Location.LocationMode.INSTANCE);
    location.setPhysicalType(
        new CodeableConcept(
            territory.isSettlement()
                ? new Coding(PHYSICAL_TYPES, "area", "Area")
                : new Coding(PHYSICAL_TYPES, "jdn", "Jurisdiction")));
    Territories.ukraine()
        .find(String.valueOf(territory.parentCode()))
        .ifPresent(parent -> location.setPartOf(FhirTypes.location(parent.code())));
    return location;
  }
}
