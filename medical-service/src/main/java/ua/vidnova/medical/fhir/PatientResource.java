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
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.medical.fhir.SmartScopes.Permission;
import ua.vidnova.medical.fhir.mapping.PatientMapping;
import ua.vidnova.medical.fhir.mapping.ResourceId;
import ua.vidnova.medical.fhir.summary.PatientSummary;
import ua.vidnova.medical.referral.ReferralOutcome;
import ua.vidnova.medical.resident.Person;
import ua.vidnova.medical.resident.Resident;
import ua.vidnova.medical.resident.VisibleResidents;
import ua.vidnova.medical.visit.Visit;

/** Residents as FHIR patients, and their whole record. */
@Path("fhir/R4/Patient")
@Produces({FhirJson.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@RolesAllowed(Roles.MEDIC)
@Tag(name = "FHIR R4")
public class PatientResource {

  private static final String TYPE = Offer.PATIENT.type();

  private final VisibleResidents visibleResidents;
  private final RecordReader reader;
  private final Included included;
  private final SmartScopes scopes;
  private final FhirSettings settings;
  private final FhirJson fhirJson;
  private final KyivCalendar calendar;
  private final AuditTrail auditTrail;

  @Inject
  PatientResource(
      VisibleResidents visibleResidents,
      RecordReader reader,
      Included included,
      SmartScopes scopes,
      FhirSettings settings,
      FhirJson fhirJson,
      KyivCalendar calendar,
      AuditTrail auditTrail) {
    this.visibleResidents = visibleResidents;
    this.reader = reader;
    this.included = included;
    this.scopes = scopes;
    this.settings = settings;
    this.fhirJson = fhirJson;
    this.calendar = calendar;
    this.auditTrail = auditTrail;
  }

  private record Seen(UUID recordId, Person person) {

    Patient patient() {
      return PatientMapping.of(Resident.findRegistered(recordId).orElseThrow(), person);
    }
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
    scopes.demand(TYPE, Permission.READ);
    var seen = find(id, Permission.READ);
    if (seen.isEmpty()) {
      return Problems.notFound().toResponse();
    }
    var patient = fhirJson.write(seen.get().patient());
    auditTrail.read("resident", seen.get().recordId(), seen.get().person().id());
    return Response.ok(patient).build();
  }

  @GET
  @Transactional
  @Operation(
      summary = "Finds a patient by id or identifier",
      description = "Who is searched by name or number is searched in registry.")
  @Parameter(name = "_id", in = ParameterIn.QUERY)
  @Parameter(
      name = "identifier",
      in = ParameterIn.QUERY,
      description = "urn:ietf:rfc:3986|urn:uuid:…")
  @APIResponse(responseCode = "200", description = "Bundle of type searchset")
  @APIResponse(responseCode = "400", description = "OperationOutcome: a parameter cannot be read")
  public Response search(@Context UriInfo request) {
    scopes.demand(TYPE, Permission.SEARCH);
    var search = FhirSearch.read(request, Offer.PATIENT, settings.baseUrl(request));
    var seen =
        FhirSearch.only(search.ids(Offer.PATIENT::idOf).orElse(List.of()))
            .flatMap(id -> find(id, Permission.SEARCH));
    if (seen.isEmpty()) {
      return Response.ok(fhirJson.write(Searchset.nothingToSee(search))).build();
    }
    var matches = search.count() == 0 ? List.<Resource>of() : List.of(seen.get().patient());
    var bundle = fhirJson.write(Searchset.of(search, new Page<>(matches, null), List.of(), 1));
    auditTrail.read("resident", seen.get().recordId(), seen.get().person().id());
    return Response.ok(bundle).build();
  }

  @GET
  @Path("{id}/$everything")
  @Transactional
  @Operation(
      summary = "Shows a patient's whole record, page by page",
      description =
          "The patient, then all that visits made, newest first; with each page, the staff and"
              + " places that it refers to. An app sees the types that its scopes name.")
  @Parameter(name = "start", in = ParameterIn.QUERY, description = "Care from this day or time")
  @Parameter(name = "end", in = ParameterIn.QUERY, description = "Care until this day or time")
  @Parameter(name = "_since", in = ParameterIn.QUERY, description = "Recorded from this time")
  @Parameter(name = "_type", in = ParameterIn.QUERY, description = "Types, divided by commas")
  @Parameter(name = "_count", in = ParameterIn.QUERY, description = "Page size, 200 at most")
  @APIResponse(responseCode = "200", description = "Bundle of type searchset")
  @APIResponse(responseCode = "400", description = "OperationOutcome: a parameter cannot be read")
  @APIResponse(
      responseCode = "404",
      description = "OperationOutcome: not there, or not the medic's to see")
  public Response everything(@PathParam("id") String id, @Context UriInfo request) {
    scopes.demand(TYPE, Permission.READ);
    var seen = find(id, Permission.READ);
    if (seen.isEmpty()) {
      return Problems.notFound().toResponse();
    }
    var asked = EverythingRequest.read(request, seen.get().recordId(), settings.baseUrl(request));
    var bundle = fhirJson.write(everything(asked, seen.get()));
    auditTrail.read("visits", null, seen.get().person().id());
    return Response.ok(bundle).build();
  }

  private Resource everything(EverythingRequest asked, Seen seen) {
    var person = seen.person();
    var allowed =
        Stream.of(Offer.values())
            .filter(offer -> scopes.allow(offer.type(), Permission.READ, person))
            .toList();
    var found = reader.search(person, asked.criteria(allowed), asked.after(), asked.count());
    var supporting =
        Stream.of(Include.Target.PRACTITIONER, Include.Target.LOCATION, Include.Target.ORGANIZATION)
            .filter(target -> allowed.stream().anyMatch(one -> one.type().equals(target.type())))
            .flatMap(target -> included.of(target, found.visits(), person).stream())
            .toList();
    var withPatient = asked.types().contains(Offer.PATIENT);
    var first =
        withPatient && asked.after().isEmpty() && asked.count() > 0
            ? Stream.<Resource>of(seen.patient())
            : Stream.<Resource>empty();
    var page =
        new Page<>(
            Stream.concat(first, found.page().items().stream()).toList(), found.page().next());
    return Searchset.of(asked, page, supporting, found.total() + (withPatient ? 1 : 0));
  }

  @GET
  @Path("{id}/$summary")
  @Transactional
  @Operation(
      summary = "Shows a patient's International Patient Summary",
      description =
          "A document by HL7 IPS 2.0.0. An app needs scopes of all types that it may hold, such as"
              + " patient/*.rs.")
  @APIResponse(responseCode = "200", description = "Bundle of type document")
  @APIResponse(
      responseCode = "404",
      description = "OperationOutcome: not there, or not the medic's to see")
  public Response summary(@PathParam("id") String id, @Context UriInfo request) {
    Stream.of(Offer.values()).forEach(offer -> scopes.demand(offer.type(), Permission.READ));
    var seen = find(id, Permission.READ);
    if (seen.isEmpty()) {
      return Problems.notFound().toResponse();
    }
    var person = seen.get().person();
    var patient = PatientMapping.of(person.resident(), person);
    var visits = Visit.findOf(person, Optional.empty(), settings.summaryVisitsMax());
    var summary =
        fhirJson.write(
            PatientSummary.of(
                patient,
                person.id(),
                visits,
                ReferralOutcome.findLast(visits.stream().map(Visit::id).toList()).keySet(),
                calendar.now(),
                settings.summaryRecency(),
                Ids.newId(),
                settings.baseUrl(request)));
    auditTrail.read("summary", null, person.id());
    return Response.ok(summary).build();
  }

  private Optional<Seen> find(String id, Permission permission) {
    return ResourceId.uuid(id)
        .flatMap(
            recordId ->
                visibleResidents
                    .find(recordId)
                    .filter(person -> scopes.allow(TYPE, permission, person))
                    .map(person -> new Seen(recordId, person)));
  }
}
