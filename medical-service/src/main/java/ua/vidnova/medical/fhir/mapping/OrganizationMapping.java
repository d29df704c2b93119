package ua.vidnova.medical.fhir.mapping;

import java.util.UUID;
import org.hl7.fhir.r4.model.Organization;
import org.hl7.fhir.r4.model.Reference;

/** Who makes visits, as FHIR Organizations: the brigades, and the service that sends them. */
public final class OrganizationMapping {

  /** Id of the service that all brigades belong to. */
  public static final String SERVICE = "mobile-brigades";

  public static final String SYSTEM = "urn:vidnova:brigade";

  private OrganizationMapping() {}

  public static Organization service() {
    return organization(SERVICE, "Мобільні медичні бригади");
  }

  public static Organization brigade(UUID id, String name) {
    return organization(id.toString(), name).setPartOf(reference(service()));
  }

  public static Reference reference(Organization organization) {
    return new Reference("Organization/" + organization.getIdPart())
        .setDisplay(organization.getName());
  }

  private static Organization organization(String id, String name) {
    var organization = new Organization();
    organization.setId(id);
    organization.addIdentifier().setSystem(SYSTEM).setValue(id);
    organization.setActive(true);
    organization.setName(name);
    return organization;
  }
}
