package ua.vidnova.medical.fhir;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hl7.fhir.r4.model.Encounter;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.medical.resident.Person;
import ua.vidnova.medical.resident.VisibleResidents;
import ua.vidnova.medical.visit.VisibleVisits;
import ua.vidnova.medical.visit.Visit;
import ua.vidnova.medical.visit.VisitPosition;

/** Visits as FHIR encounters. */
@Path("fhir/R4/Encounter")
@Produces({FhirJson.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@RolesAllowed(Roles.MEDIC)
@Tag(name = "FHIR R4")
public class EncounterResource {

  private final VisibleVisits visibleVisits;
  private final VisibleResidents visibleResidents;
  private final FhirSettings settings;
  private final FhirJson fhirJson;
  private final AuditTrail auditTrail;

  @Inject
  EncounterResource(
      VisibleVisits visibleVisits,
      VisibleResidents visibleResidents,
      FhirSettings settings,
      FhirJson fhirJson,
      AuditTrail auditTrail) {
    this.visibleVisits = visibleVisits;
    this.visibleResidents = visibleResidents;
    this.settings = settings;
    this.fhirJson = fhirJson;
    this.auditTrail = auditTrail;
  }

  @GET
  @Path("{id}")
  @Transactional
  @Operation(summary = "Shows a visit as a FHIR Encounter")
  @APIResponse(responseCode = "200", description = "Encounter")
  @APIResponse(
      responseCode = "404",
      description = "OperationOutcome: not there, or not the medic's to see")
  public Response read(@PathParam("id") String id) {
    var found = FhirSearch.uuid(id).flatMap(visibleVisits::findWithPerson);
    if (found.isEmpty()) {
      return Problems.notFound().toResponse();
    }
    var visit = found.get().visit();
    var personId = found.get().person().id();
    var encounter = fhirJson.write(EncounterMapping.of(visit, personId));
    auditTrail.read("visit", visit.id(), personId);
    return Response.ok(encounter).build();
  }

  @GET
  @Transactional
  @Operation(
      summary = "Searches a patient's encounters, newest first",
      description = "Those of all patients that are linked as one person.")
  @Parameter(
      name = "patient",
      in = ParameterIn.QUERY,
      required = true,
      description = "id or Patient/id")
  @Parameter(name = "_count", in = ParameterIn.QUERY, description = "Page size, 200 at most")
  @APIResponse(responseCode = "200", description = "Bundle of type searchset")
  @APIResponse(responseCode = "400", description = "OperationOutcome: a parameter cannot be read")
  public Response search(@Context UriInfo request) {
    var search = FhirSearch.read(request, Offer.ENCOUNTER, settings.baseUrl(request));
    var visible = search.reference("patient").flatMap(visibleResidents::find);
    if (visible.isEmpty()) {
      return Response.ok(fhirJson.write(Searchset.nothingToSee(search))).build();
    }
    var person = visible.get();
    var found = Searchset.of(search, page(person, search), Visit.countOf(person));
    var bundle = fhirJson.write(found);
    auditTrail.read("visits", null, person.id());
    return Response.ok(bundle).build();
  }

  private static Page<Encounter> page(Person person, FhirSearch search) {
    if (search.count() == 0) {
      return new Page<>(List.of(), null);
    }
    var after = search.after().map(VisitPosition::parse);
    var visits = Visit.findOf(person, after, search.count() + 1);
    return Page.of(visits, search.count(), visit -> VisitPosition.of(visit).toString())
        .map(visit -> EncounterMapping.of(visit, person.id()));
  }
}
