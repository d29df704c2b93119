package ua.vidnova.medical.overview.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.medical.overview.MedicalOverview;
import ua.vidnova.medical.overview.ReadMedicalOverview;
import ua.vidnova.medical.resident.VisibleResidents;

/** What a medic must know of a person before the visit begins. */
@Path("v1/residents/{id}/medical-overview")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.MEDIC)
@Tag(name = "Visits")
public class MedicalOverviewResource {

  private final VisibleResidents visibleResidents;
  private final ReadMedicalOverview readMedicalOverview;
  private final AuditTrail auditTrail;

  @Inject
  MedicalOverviewResource(
      VisibleResidents visibleResidents,
      ReadMedicalOverview readMedicalOverview,
      AuditTrail auditTrail) {
    this.visibleResidents = visibleResidents;
    this.readMedicalOverview = readMedicalOverview;
    this.auditTrail = auditTrail;
  }

  @GET
  @Transactional
  @Operation(
      summary = "Shows what holds of a person: allergies, conditions, follow-up, referrals",
      description =
          "Drawn from the visits of all the person's records as they were last corrected; of each"
              + " substance and condition the latest word holds.")
  @APIResponse(responseCode = "200", description = "The overview")
  @APIResponse(responseCode = "404", description = "No such resident, or not the medic's to see")
  public MedicalOverview show(@PathParam("id") UUID id) {
    var person =
        visibleResidents.find(id).orElseThrow(() -> new ProblemException(Problems.notFound()));
    var overview = readMedicalOverview.of(person);
    auditTrail.read("medical-overview", null, person.id());
    return overview;
  }
}
