package ua.vidnova.registry.registration.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.problems.Problem;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.registry.matching.CandidateView;
import ua.vidnova.registry.registration.RegisterResident;
import ua.vidnova.registry.registration.RegistrationOutcome;
import ua.vidnova.registry.registration.RegistrationRequest;
import ua.vidnova.registry.resident.NeedToKnow;
import ua.vidnova.registry.resident.ResidentFile;
import ua.vidnova.registry.resident.ResidentView;
import ua.vidnova.registry.resident.rest.ResidentResource;

/** Registration of residents. */
@Path("v1/residents")
@Tag(name = "Residents")
public class RegistrationResource {

  private final RegisterResident registerResident;
  private final Caller caller;

  @Inject
  RegistrationResource(RegisterResident registerResident, Caller caller) {
    this.registerResident = registerResident;
    this.caller = caller;
  }

  @POST
  @Idempotent
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(
      summary = "Registers a resident",
      description =
          "Checks everything that can be checked without a register: the РНОКПП against birth date"
              + " and sex, dates, forms of document numbers, the account, the settlement. Names are"
              + " kept in one spelling: Latin look-alikes inside a Cyrillic name are replaced. The answer"
              + " warns of up to five residents who may be the same person, and why; nothing is"
              + " merged.")
  @Parameter(
      name = "Idempotency-Key",
      in = ParameterIn.HEADER,
      description = "The same key and body get the stored answer",
      schema = @Schema(implementation = String.class))
  @APIResponse(
      responseCode = "201",
      description = "Registered; Location and ETag say where and which version",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RegisteredResidentView.class)))
  @APIResponse(
      responseCode = "200",
      description = "The same id and content were registered before",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = RegisteredResidentView.class)))
  @APIResponse(
      responseCode = "403",
      description = "forbidden: not a registrar; outside-your-territory: another hromada")
  @APIResponse(
      responseCode = "409",
      description =
          "resident-already-registered: the РНОКПП is known, residentId says of whom if you may see"
              + " them; id-in-use: the id belongs to another registration")
  @APIResponse(responseCode = "422", description = "invalid: errors name each field and code")
  public Response register(@NotNull @Valid RegistrationRequest request, @Context UriInfo uri) {
    return switch (registerResident.register(request)) {
      case RegistrationOutcome.Registered(var file, var candidates) ->
          answer(Response.status(Response.Status.CREATED), file, candidates, uri);
      case RegistrationOutcome.RegisteredBefore(var file, var candidates) ->
          answer(Response.ok(), file, candidates, uri);
      case RegistrationOutcome.NotAcceptable(var errors) -> Problems.invalid(errors).toResponse();
      case RegistrationOutcome.OutsideTerritory() -> outsideTerritory().toResponse();
      case RegistrationOutcome.IdInUse() ->
          Problems.conflict("id-in-use", "The id belongs to another registration")
              .withDetail("Make a new id for a new person.")
              .toResponse();
      case RegistrationOutcome.RnokppInUse(var residentId) -> {
        var problem =
            Problems.conflict(
                "resident-already-registered", "A resident with this РНОКПП is registered");
        yield residentId.map(id -> problem.with("residentId", id)).orElse(problem).toResponse();
      }
    };
  }

  private Response answer(
      Response.ResponseBuilder answer,
      ResidentFile file,
      List<CandidateView> candidates,
      UriInfo uri) {
    var view = ResidentView.of(file, NeedToKnow.of(caller.roles()));
    return answer
        .header(HttpHeaders.LOCATION, uri.getAbsolutePath().getPath() + "/" + view.id())
        .tag(ResidentResource.tagOf(view))
        .entity(new RegisteredResidentView(view, candidates))
        .build();
  }

  private static Problem outsideTerritory() {
    return Problem.of(403, "outside-your-territory", "The settlement is not in your territories")
        .withDetail("Hand the registration to a registrar of that hromada.");
  }
}
