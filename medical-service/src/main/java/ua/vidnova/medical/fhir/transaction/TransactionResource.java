package ua.vidnova.medical.fhir.transaction;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Identifier;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.problems.Problem;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.medical.fhir.FhirJson;
import ua.vidnova.medical.fhir.SmartScopes;
import ua.vidnova.medical.fhir.SmartScopes.Permission;
import ua.vidnova.medical.fhir.VisitIdentifiers;
import ua.vidnova.medical.fhir.mapping.FhirTypes;
import ua.vidnova.medical.resident.VisibleResidents;
import ua.vidnova.medical.visit.RecordVisit;
import ua.vidnova.medical.visit.Recording;
import ua.vidnova.medical.visit.VisibleVisits;
import ua.vidnova.medical.visit.Visit;
import ua.vidnova.medical.visit.rest.TripProblems;

/** Takes a visit as a FHIR transaction: all of it, or nothing. */
@Path("fhir/R4")
@Produces({FhirJson.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@RolesAllowed(Roles.MEDIC)
@Tag(name = "FHIR R4")
public class TransactionResource {

  private final RecordVisit recordVisit;
  private final VisibleVisits visibleVisits;
  private final VisibleResidents visibleResidents;
  private final VisitIdentifiers identifiers;
  private final SmartScopes scopes;
  private final FhirJson fhirJson;
  private final AuditTrail auditTrail;

  @Inject
  TransactionResource(
      RecordVisit recordVisit,
      VisibleVisits visibleVisits,
      VisibleResidents visibleResidents,
      VisitIdentifiers identifiers,
      SmartScopes scopes,
      FhirJson fhirJson,
      AuditTrail auditTrail) {
    this.recordVisit = recordVisit;
    this.visibleVisits = visibleVisits;
    this.visibleResidents = visibleResidents;
    this.identifiers = identifiers;
    this.scopes = scopes;
    this.fhirJson = fhirJson;
    this.auditTrail = auditTrail;
  }

  @POST
  @Idempotent
  @Consumes({FhirJson.MEDIA_TYPE, MediaType.APPLICATION_JSON})
  @Operation(
      summary = "Records a visit as a FHIR transaction",
      description =
          "One Encounter with what belongs to it; see docs/fhir.md. Encounter.identifier in"
              + " urn:ietf:rfc:3986 is the device's id; this or any other identifier makes it"
              + " repeatable. ifNoneExist of the Encounter by another identifier creates nothing"
              + " when it is there.")
  @APIResponse(responseCode = "200", description = "Bundle of type transaction-response")
  @APIResponse(responseCode = "400", description = "OperationOutcome: it is no FHIR R4 JSON")
  @APIResponse(
      responseCode = "403",
      description = "OperationOutcome: role, scope or territory lacks")
  @APIResponse(responseCode = "404", description = "OperationOutcome: no such patient to see")
  @APIResponse(
      responseCode = "409",
      description = "OperationOutcome: the id is another visit's, or the patient had died")
  @APIResponse(
      responseCode = "422",
      description = "OperationOutcome: not acceptable; fields are named")
  public Response transact(String body) {
    var bundle = fhirJson.read(Bundle.class, body);
    var reading = VisitReading.of(bundle);
    reading.bundle().types().forEach(type -> scopes.demand(type, Permission.CREATE));
    if (!reading.errors().isEmpty()) {
      return Problems.invalid(reading.errors()).toResponse();
    }
    if (!mayTouch(reading)) {
      return Problems.notFound().toResponse();
    }
    return take(reading);
  }

  private Response take(VisitReading reading) {
    var there = reading.unlessThere().flatMap(this::visitOf);
    return there.isPresent() ? answerThere(reading, there.get()) : record(reading);
  }

  /** An app for one patient writes for no other. */
  private boolean mayTouch(VisitReading reading) {
    return !scopes.areNarrowed()
        || visibleResidents
            .find(reading.facts().residentId())
            .filter(
                person ->
                    reading.bundle().types().stream()
                        .allMatch(type -> scopes.allow(type, Permission.CREATE, person)))
            .isPresent();
  }

  private Optional<UUID> visitOf(Identifier identifier) {
    return FhirTypes.URI.equals(identifier.getSystem())
        ? VisitBundle.urn(identifier.getValue()).filter(id -> Visit.findLatest(id).isPresent())
        : identifiers.find(identifier.getSystem(), identifier.getValue());
  }

  private Response answerThere(VisitReading reading, UUID visitId) {
    var visible = visibleVisits.findWithPerson(visitId);
    if (visible.isEmpty()) {
      return idTaken();
    }
    var answer = fhirJson.write(TransactionAnswer.there(reading.bundle(), visible.get().visit()));
    auditTrail.read("visit", visitId, visible.get().person().id());
    return Response.ok(answer).build();
  }

  /** A bundle without an id of its own is the visit that has its name, or a new one. */
  private Response record(VisitReading reading) {
    var named = visitsNamedBy(reading);
    var id = reading.ownId().or(() -> named.stream().findFirst()).orElseGet(Ids::newId);
    if (!named.stream().allMatch(id::equals)) {
      return idTaken();
    }
    var recording =
        recordVisit.record(
            id,
            reading.facts(),
            Optional.empty(),
            () -> identifiers.areFree(reading.identifiers()));
    var namedMeanwhile =
        recording instanceof Recording.IdTaken
            && named.isEmpty()
            && !visitsNamedBy(reading).isEmpty();
    return namedMeanwhile ? take(reading) : answer(reading, recording);
  }

  private Set<UUID> visitsNamedBy(VisitReading reading) {
    return reading.identifiers().stream()
        .flatMap(one -> identifiers.find(one.getSystem(), one.getValue()).stream())
        .collect(Collectors.toSet());
  }

  private Response answer(VisitReading reading, Recording recording) {
    return switch (recording) {
      case Recording.Done(Visit visit) -> {
        identifiers.give(visit.id(), reading.identifiers());
        yield Response.ok(fhirJson.write(TransactionAnswer.created(reading.bundle(), visit)))
            .build();
      }
      case Recording.DoneBefore(Visit visit) ->
          Response.ok(fhirJson.write(TransactionAnswer.repeated(reading.bundle(), visit))).build();
      case Recording.Unacceptable(var errors) -> Problems.invalid(errors).toResponse();
      case Recording.PlaceNotCovered() ->
          Problem.of(403, "outside-your-territory", "The place is not in your territories")
              .toResponse();
      case Recording.ResidentUnknown() ->
          Problem.of(422, "resident-unknown", "No such patient is known here, or not yet")
              .toResponse();
      case Recording.TripUnknown() -> TripProblems.unknown().toResponse();
      case Recording.ResidentNotVisible() -> Problems.notFound().toResponse();
      case Recording.IdTaken(), Recording.PartIdTaken(), Recording.AnonymousIdTaken() -> idTaken();
      case Recording.ResidentDeceased() ->
          Problems.conflict("resident-deceased", "The resident had died before the visit")
              .toResponse();
    };
  }

  private static Response idTaken() {
    return Problems.conflict("visit-id-taken", "Another visit has this id").toResponse();
  }
}
