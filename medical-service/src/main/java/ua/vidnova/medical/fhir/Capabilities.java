package ua.vidnova.medical.fhir;

import java.util.Map;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestResourceComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.SystemRestfulInteraction;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;

/** The CapabilityStatement, made of the {@link Offer}. */
final class Capabilities {

  /** Day on which the offer last changed. */
  private static final String CHANGED_ON = "2026-11-22";

  private static final String SECURITY =
      "http://terminology.hl7.org/CodeSystem/restful-security-service";

  /** On one patient, by name. */
  private static final Map<String, String> OPERATIONS =
      Map.of(
          "everything", "http://hl7.org/fhir/OperationDefinition/Patient-everything",
          "summary", "http://hl7.org/fhir/uv/ips/OperationDefinition/summary");

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
        .setDescription(
            "Bearer token of a medic, perhaps narrowed by SMART scopes; patients of the medic's"
                + " territories only")
        .addService(new CodeableConcept(new Coding(SECURITY, "SMART-on-FHIR", "SMART-on-FHIR")));
    rest.addInteraction().setCode(SystemRestfulInteraction.TRANSACTION);
    for (var offer : Offer.values()) {
      describe(offer, rest.addResource());
    }
    return rest;
  }

  private static void describe(Offer offer, CapabilityStatementRestResourceComponent resource) {
    resource.setTypeElement(new CodeType(offer.type()));
    resource.addInteraction().setCode(TypeRestfulInteraction.READ);
    resource.addInteraction().setCode(TypeRestfulInteraction.SEARCHTYPE);
    offer
        .includes()
        .forEach(one -> resource.addSearchInclude(offer.type() + ":" + one.parameter()));
    offer
        .parameters()
        .forEach(one -> resource.addSearchParam().setName(one.name()).setType(one.kind().type()));
    if (offer == Offer.ENCOUNTER) {
      resource.setConditionalCreate(true);
    }
    if (offer == Offer.PATIENT) {
      OPERATIONS.forEach(
          (name, definition) -> resource.addOperation().setName(name).setDefinition(definition));
    }
  }
}
