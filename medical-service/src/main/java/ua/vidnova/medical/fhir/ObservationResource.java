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
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hl7.fhir.r4.model.Observation;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.medical.resident.VisibleResidents;
import ua.vidnova.medical.visit.VisibleVisits;
import ua.vidnova.medical.visit.Visit;
import ua.vidnova.medical.visit.VisitPosition;

/** Vital signs as FHIR observations. */
@Path("fhir/R4/Observation")
@Produces({FhirJson.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@RolesAllowed(Roles.MEDIC)
@Tag(name = "FHIR R4")
public class ObservationResource {

  private final VisibleVisits visibleVisits;
  private final VisibleResidents visibleResidents;
  private final FhirSettings settings;
  private final FhirJson fhirJson;
  private final AuditTrail auditTrail;

  @Inject
  ObservationResource(
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
  @Operation(summary = "Shows a vital sign as a FHIR Observation")
  @APIResponse(responseCode = "200", description = "Observation")
  @APIResponse(
      responseCode = "404",
      description = "OperationOutcome: not there, or not the medic's to see")
  public Response read(@PathParam("id") String id) {
    var visit = visitIdOf(id).flatMap(visibleVisits::find);
    var observation =
        visit.stream()
            .flatMap(measured -> ObservationMapping.of(measured).stream())
            .filter(measured -> measured.getIdPart().equals(id))
            .findFirst();
    if (observation.isEmpty()) {
      return Problems.notFound().toResponse();
    }
    var json = fhirJson.write(observation.get());
    auditTrail.read("visit", visit.get().id(), visit.get().residentId());
    return Response.ok(json).build();
  }

  @GET
  @Transactional
  @Operation(summary = "Searches the vital signs of a patient or an encounter, newest first")
  @Parameter(name = "patient", in = ParameterIn.QUERY, description = "id or Patient/id")
  @Parameter(name = "encounter", in = ParameterIn.QUERY, description = "id or Encounter/id")
  @Parameter(name = "_count", in = ParameterIn.QUERY, description = "Page size, 200 at most")
  @APIResponse(responseCode = "200", description = "Bundle of type searchset")
  @APIResponse(responseCode = "400", description = "OperationOutcome: a parameter cannot be read")
  public Response search(@Context UriInfo request) {
    var search = FhirSearch.read(request, Offer.OBSERVATION, settings.baseUrl(request));
    return search.has("encounter") ? ofEncounter(search) : ofPatient(search);
  }

  private Response ofEncounter(FhirSearch search) {
    var visit =
        search
            .reference("encounter")
            .flatMap(visibleVisits::find)
            .filter(
                found ->
                    !search.has("patient")
                        || search.reference("patient").equals(Optional.of(found.residentId())));
    if (visit.isEmpty()) {
      return nothingToSee(search);
    }
    var residentId = visit.get().residentId();
    var all = ObservationMapping.of(visit.get());
    var found = search.after().map(last -> following(last, residentId)).orElse(all);
    return answer(search, found, all.size(), residentId);
  }

  private Response ofPatient(FhirSearch search) {
    var resident = search.reference("patient").flatMap(visibleResidents::find);
    if (resident.isEmpty()) {
      return nothingToSee(search);
    }
    var residentId = resident.get().id();
    var begun = search.after().map(last -> following(last, residentId)).orElse(List.of());
    var after = search.after().map(last -> VisitPosition.of(visitOf(last, residentId)));
    var further =
        Visit.findMeasuredOf(residentId, after, search.count() + 1).stream()
            .flatMap(visit -> ObservationMapping.of(visit).stream());
    var found = Stream.concat(begun.stream(), further).limit(search.count() + 1L).toList();
    return answer(search, found, Visit.countObservationsOf(residentId), residentId);
  }

  private Response answer(FhirSearch search, List<Observation> found, long total, UUID residentId) {
    var page =
        search.count() == 0
            ? new Page<Observation>(List.of(), null)
            : Page.of(found, search.count(), Observation::getIdPart);
    var bundle = fhirJson.write(Searchset.of(search, page, total));
    auditTrail.read("visits", null, residentId);
    return Response.ok(bundle).build();
  }

  private Response nothingToSee(FhirSearch search) {
    return Response.ok(fhirJson.write(Searchset.nothingToSee(search))).build();
  }

  /** What the visit of the last observation given has behind it. */
  private static List<Observation> following(String last, UUID residentId) {
    return ObservationMapping.of(visitOf(last, residentId)).stream()
        .dropWhile(observation -> !observation.getIdPart().equals(last))
        .skip(1)
        .toList();
  }

  private static Visit visitOf(String observationId, UUID residentId) {
    return visitIdOf(observationId)
        .flatMap(id -> Visit.<Visit>findByIdOptional(id))
        .filter(visit -> visit.residentId().equals(residentId))
        .orElseThrow(PageRequest::notOurs);
  }

  private static Optional<UUID> visitIdOf(String observationId) {
    return FhirSearch.uuid(observationId.split("\\.", 2)[0]);
  }
}
