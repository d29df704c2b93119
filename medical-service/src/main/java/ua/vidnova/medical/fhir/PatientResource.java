package ua.vidnova.medical.fhir;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.medical.resident.Resident;
import ua.vidnova.medical.resident.VisibleResidents;

/** Residents as FHIR patients. */
@Path("fhir/R4/Patient")
@Produces({FhirJson.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@RolesAllowed(Roles.MEDIC)
@Tag(name = "FHIR R4", description = "The clinical record in HL7 FHIR R4, for reading")
public class PatientResource {

  private final VisibleResidents visibleResidents;
  private final FhirJson fhirJson;
  private final AuditTrail auditTrail;

  @Inject
  PatientResource(VisibleResidents visibleResidents, FhirJson fhirJson, AuditTrail auditTrail) {
    this.visibleResidents = visibleResidents;
    this.fhirJson = fhirJson;
    this.auditTrail = auditTrail;
  }

  @GET
  @Path("{id}")
  @Transactional
  @Operation(
      summary = "Shows a resident as a FHIR Patient",
      description =
          "Links say which patients are of one person: replaced-by on the merged record, replaces"
              + " on the one under which the person is known.")
  @APIResponse(responseCode = "200", description = "Patient")
  @APIResponse(
      responseCode = "404",
      description = "OperationOutcome: not there, or not the medic's to see")
  public Response read(@PathParam("id") String id) {
    var recordId = FhirSearch.uuid(id);
    var person = recordId.flatMap(visibleResidents::find);
    if (person.isEmpty()) {
      return Problems.notFound().toResponse();
    }
    var record = Resident.findRegistered(recordId.get()).orElseThrow();
    var patient = fhirJson.write(PatientMapping.of(record, person.get()));
    auditTrail.read("resident", record.id(), person.get().id());
    return Response.ok(patient).build();
  }
}
