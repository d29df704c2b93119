package ua.vidnova.medical.fhir;

import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;

/** The CapabilityStatement, made of the {@link Offer}. */
final class Capabilities {

  /** Day on which the offer last changed. */
  private static final String CHANGED_ON = "2026-11-22";

  private static final String SECURITY =
      "http://terminology.hl7.org/CodeSystem/restful-security-service";

  private Capabilities() {}

  static CapabilityStatement of(String baseUrl) {
    var statement = new CapabilityStatement();
    statement.setStatus(PublicationStatus.ACTIVE);
    statement.setDateElement(new DateTimeType(CHANGED_ON));
    statement.setKind(CapabilityStatement.CapabilityStatementKind.INSTANCE);
    statement.setFhirVersion(FHIRVersion._4_0_1);
    statement.addFormat(FhirJson.MEDIA_TYPE).addFormat("json");
    statement.getSoftware().setName("Vidnova medical-service");
    statement
        .getImplementation()
        .setDescription("Clinical records of mobile brigades")
        .setUrl(baseUrl);
    statement.addRest(rest());
    return statement;
  }

  private static CapabilityStatementRestComponent rest() {
    var rest =
        new CapabilityStatementRestComponent()
            .setMode(CapabilityStatement.RestfulCapabilityMode.SERVER);
    rest.getSecurity()
        .setDescription("Bearer token of a medic; patients of the medic's territories only")
        .addService(new CodeableConcept(new Coding(SECURITY, "OAuth", "OAuth")));
    for (var offer : Offer.values()) {
      var resource = rest.addResource().setTypeElement(new CodeType(offer.type()));
      resource.addInteraction().setCode(TypeRestfulInteraction.READ);
      if (!offer.references().isEmpty()) {
        resource.addInteraction().setCode(TypeRestfulInteraction.SEARCHTYPE);
      }
      offer
          .references()
          .forEach(
              name -> resource.addSearchParam().setName(name).setType(SearchParamType.REFERENCE));
    }
    return rest;
  }
}
