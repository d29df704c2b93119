package ua.vidnova.chassis.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.chassis.problems.Problems;

/** The auditor's view of a service: who read and wrote, and proof that the trail is whole. */
@Path("v1/audit")
@RolesAllowed(Roles.AUDITOR)
@Tag(name = "Audit", description = "Who read and wrote, and proof that the trail is whole")
public class AuditResource {

  private final AuditReader reader;
  private final AuditTrail trail;
  private final VerifyAuditTrail verify;

  @Inject
  AuditResource(AuditReader reader, AuditTrail trail, VerifyAuditTrail verify) {
    this.reader = reader;
    this.trail = trail;
    this.verify = verify;
  }

  @GET
  @Operation(summary = "Lists what was read and written about one resident, newest first")
  public Page<AuditEntry> entries(
      @QueryParam("residentId") UUID residentId,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    if (residentId == null) {
      throw new ProblemException(
          Problems.badParameter("residentId", "required", "Name the resident."));
    }
    var asked = PageRequest.of(limit, after);
    var found =
        reader.findAbout(residentId, asked.after().map(AuditResource::place), asked.limit() + 1);
    trail.read("audit", null, residentId);
    return Page.of(found, asked.limit(), entry -> AuditReader.Place.of(entry).toString());
  }

  @GET
  @Path("verification")
  @Operation(summary = "Recomputes every hash chain and names the first broken link, if any")
  public VerifyAuditTrail.Verification verification() {
    return verify.verify();
  }

  private static AuditReader.Place place(String position) {
    try {
      return AuditReader.Place.parse(position);
    } catch (DateTimeException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
      throw PageRequest.notOurs();
    }
  }
}
