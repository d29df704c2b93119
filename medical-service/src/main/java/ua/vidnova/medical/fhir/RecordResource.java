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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hl7.fhir.r4.model.Bundle;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.medical.fhir.SearchParameter.Kind;
import ua.vidnova.medical.fhir.SmartScopes.Permission;
import ua.vidnova.medical.fhir.mapping.ResourceId;
import ua.vidnova.medical.resident.Person;
import ua.vidnova.medical.resident.VisibleResidents;

/** What visits make, and the staff and places that it refers to, for reading. */
@Path("fhir/R4/{type}")
@Produces({FhirJson.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@RolesAllowed(Roles.MEDIC)
@Tag(name = "FHIR R4", description = "The clinical record in HL7 FHIR R4; see docs/fhir.md")
public class RecordResource {

  private final RecordReader reader;
  private final Directory directory;
  private final VisitIdentifiers identifiers;
  private final VisibleResidents visibleResidents;
  private final Included included;
  private final SmartScopes scopes;
  private final FhirSettings settings;
  private final FhirJson fhirJson;
  private final AuditTrail auditTrail;

  @Inject
  RecordResource(
      RecordReader reader,
      Directory directory,
      VisitIdentifiers identifiers,
      VisibleResidents visibleResidents,
      Included included,
      SmartScopes scopes,
      FhirSettings settings,
      FhirJson fhirJson,
      AuditTrail auditTrail) {
    this.reader = reader;
    this.directory = directory;
    this.identifiers = identifiers;
    this.visibleResidents = visibleResidents;
    this.included = included;
    this.scopes = scopes;
    this.settings = settings;
    this.fhirJson = fhirJson;
    this.auditTrail = auditTrail;
  }

  @GET
  @Path("{id}")
  @Transactional
  @Operation(
      summary = "Shows a resource",
      description = "Types are those of the CapabilityStatement, at fhir/R4/metadata.")
  @APIResponse(responseCode = "200", description = "Resource of the type")
  @APIResponse(
      responseCode = "404",
      description = "OperationOutcome: not there, or not the medic's to see")
  public Response read(@PathParam("type") String type, @PathParam("id") String id) {
    var offer = offer(type, Permission.READ);
    if (offer.origin() == Offer.Origin.DIRECTORY) {
      return directory.find(offer, List.of(id)).stream()
          .findFirst()
          .map(resource -> Response.ok(fhirJson.write(resource)).build())
          .orElseGet(() -> Problems.notFound().toResponse());
    }
    var found =
        reader.find(offer, id).filter(seen -> scopes.allow(type, Permission.READ, seen.person()));
    if (found.isEmpty()) {
      return Problems.notFound().toResponse();
    }
    var json = fhirJson.write(found.get().resource());
    auditTrail.read("visit", found.get().visit().id(), found.get().person().id());
    return Response.ok(json).build();
  }

  @GET
  @Transactional
  @Operation(
      summary = "Searches a patient's resources, newest first",
      description =
          "Those of all patients that are linked as one person. Parameters are those of the type in"
              + " the CapabilityStatement; another is refused, as it would show more than was asked"
              + " for.")
  @Parameter(name = "patient", in = ParameterIn.QUERY, description = "id or Patient/id")
  @Parameter(name = "_count", in = ParameterIn.QUERY, description = "Page size, 200 at most")
  @APIResponse(responseCode = "200", description = "Bundle of type searchset")
  @APIResponse(responseCode = "400", description = "OperationOutcome: a parameter cannot be read")
  public Response search(@PathParam("type") String type, @Context UriInfo request) {
    var offer = offer(type, Permission.SEARCH);
    var search = FhirSearch.read(request, offer, settings.baseUrl(request));
    search.include().forEach(target -> scopes.demand(target.type(), Permission.READ));
    if (offer.origin() == Offer.Origin.DIRECTORY) {
      var listed = directory.find(offer, search.ids(offer::idOf).orElseThrow());
      return Response.ok(
              fhirJson.write(
                  Searchset.of(search, new Page<>(listed, null), List.of(), listed.size())))
          .build();
    }
    var ids = search.ids(token -> idOf(offer, token));
    var person = person(search, ids).filter(one -> scopes.allow(type, Permission.SEARCH, one));
    if (person.isEmpty()) {
      return Response.ok(fhirJson.write(Searchset.nothingToSee(search))).build();
    }
    var bundle = fhirJson.write(found(search, ids, person.get()));
    auditTrail.read("visits", null, person.get().id());
    return Response.ok(bundle).build();
  }

  private Offer offer(String type, Permission permission) {
    var offer =
        Offer.find(type)
            .filter(one -> one.origin() != Offer.Origin.RESIDENT)
            .orElseThrow(() -> new ProblemException(Problems.notFound()));
    scopes.demand(type, permission);
    return offer;
  }

  private Bundle found(FhirSearch search, Optional<List<String>> ids, Person person) {
    var criteria = Criteria.of(search, ids);
    var after = search.after().map(RecordPosition::parse);
    var found = reader.search(person, criteria, after, search.count());
    var along =
        search.include().stream()
            .filter(target -> scopes.allow(target.type(), Permission.READ, person))
            .flatMap(target -> included.of(target, found.visits(), person).stream())
            .toList();
    return Searchset.of(search, found.page(), along, found.total());
  }

  /** Visits have names of other systems, too. */
  private Optional<String> idOf(Offer offer, Token identifier) {
    return offer
        .idOf(identifier)
        .or(
            () ->
                offer == Offer.ENCOUNTER && identifier.system() != null
                    ? identifiers.find(identifier.system(), identifier.code()).map(UUID::toString)
                    : Optional.empty());
  }

  /** Whose record is searched; empty when there is none that the caller may see. */
  private Optional<Person> person(FhirSearch search, Optional<List<String>> ids) {
    if (search.has(Kind.PATIENT)) {
      return search.reference(Kind.PATIENT).flatMap(visibleResidents::find);
    }
    if (search.has(Kind.ENCOUNTER)) {
      return search
          .reference(Kind.ENCOUNTER)
          .flatMap(id -> reader.personOf(Offer.ENCOUNTER, ResourceId.of(id)));
    }
    return FhirSearch.only(ids.orElse(List.of()))
        .flatMap(ResourceId::parse)
        .flatMap(id -> reader.personOf(search.offer(), id));
  }
}
