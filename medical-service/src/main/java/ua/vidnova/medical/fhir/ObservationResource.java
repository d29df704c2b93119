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
import ua.vidnova.medical.resident.Person;
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
    var found = visitIdOf(id).flatMap(visibleVisits::findWithPerson);
    var observation =
        found.stream()
            .flatMap(one -> ObservationMapping.of(one.visit(), one.person().id()).stream())
            .filter(measured -> measured.getIdPart().equals(id))
            .findFirst();
    if (observation.isEmpty()) {
      return Problems.notFound().toResponse();
    }
    var json = fhirJson.write(observation.get());
    auditTrail.read("visit", found.get().visit().id(), found.get().person().id());
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
    var visible =
        search
            .reference("encounter")
            .flatMap(visibleVisits::findWithPerson)
            .filter(
                found ->
                    !search.has("patient")
                        || search
                            .reference("patient")
                            .filter(found.person().recordIds()::contains)
                            .isPresent());
    if (visible.isEmpty()) {
      return nothingToSee(search);
    }
    var person = visible.get().person();
    var all = ObservationMapping.of(visible.get().visit(), person.id());
    var found = search.after().map(last -> following(last, person)).orElse(all);
    return answer(search, found, all.size(), person.id());
  }

  private Response ofPatient(FhirSearch search) {
    var visible = search.reference("patient").flatMap(visibleResidents::find);
    if (visible.isEmpty()) {
      return nothingToSee(search);
    }
    var person = visible.get();
    var begun = search.after().map(last -> following(last, person)).orElse(List.of());
    var after = search.after().map(last -> VisitPosition.of(visitOf(last, person)));
    var further =
        Visit.findMeasuredOf(person, after, search.count() + 1).stream()
            .flatMap(visit -> ObservationMapping.of(visit, person.id()).stream());
    var found = Stream.concat(begun.stream(), further).limit(search.count() + 1L).toList();
    return answer(search, found, Visit.countObservationsOf(person), person.id());
  }

  private Response answer(FhirSearch search, List<Observation> found, long total, UUID personId) {
    var page =
        search.count() == 0
            ? new Page<Observation>(List.of(), null)
            : Page.of(found, search.count(), Observation::getIdPart);
    var bundle = fhirJson.write(Searchset.of(search, page, total));
    auditTrail.read("visits", null, personId);
    return Response.ok(bundle).build();
  }

  private Response nothingToSee(FhirSearch search) {
    return Response.ok(fhirJson.write(Searchset.nothingToSee(search))).build();
  }

  /** What the visit of the last observation given has behind it. */
  private static List<Observation> following(String last, Person person) {
    return ObservationMapping.of(visitOf(last, person), person.id()).stream()
        .dropWhile(observation -> !observation.getIdPart().equals(last))
        .skip(1)
        .toList();
  }

  private static Visit visitOf(String observationId, Person person) {
    return visitIdOf(observationId)
        .flatMap(Visit::findLatest)
        .filter(visit -> person.recordIds().contains(visit.residentId()))
        .orElseThrow(PageRequest::notOurs);
  }

  private static Optional<UUID> visitIdOf(String observationId) {
    return FhirSearch.uuid(observationId.split("\\.", 2)[0]);
  }
}
