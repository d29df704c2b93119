package ua.vidnova.medical.stock.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.http.IfMatch;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.medical.stock.Medicine;
import ua.vidnova.medical.stock.MedicineFacts;
import ua.vidnova.medical.stock.SaveMedicine;

/** The catalogue of medicines: brigades and reserves read it, administrators keep it. */
@Path("v1/medicines")
@RolesAllowed({Roles.MEDIC, Roles.BRIGADE_LEAD, Roles.COORDINATOR, Roles.ADMINISTRATOR})
@Tag(name = "Stock", description = "Medicines of reserves and brigades")
public class MedicineResource {

  private final SaveMedicine saveMedicine;

  @Inject
  MedicineResource(SaveMedicine saveMedicine) {
    this.saveMedicine = saveMedicine;
  }

  /** A medicine as an administrator describes it. */
  @Schema(name = "MedicineRequest")
  public record MedicineRequest(
      @Schema(examples = "Парацетамол") @NotBlank @Size(max = 200) String name,
      @Schema(examples = "таблетки") @Size(max = 100) String form,
      @Schema(examples = "500 мг") @Size(max = 100) String strength,
      @Schema(examples = "N02BE01", description = "WHO's ATC code, or the beginning of one")
          String atc,
      @Schema(examples = "таблетка", description = "In which stock is counted")
          @NotBlank
          @Size(max = 50)
          String unit,
      @Schema(description = "True when it must be kept cold all the way") boolean coldChain,
      @Schema(description = "True when brigades get no more of it") boolean withdrawn) {

    MedicineFacts facts() {
      return new MedicineFacts(name, form, strength, atc, unit, coldChain, withdrawn);
    }
  }

  /** A medicine of the catalogue. */
  @Schema(name = "Medicine")
  public record MedicineView(
      UUID id,
      String name,
      String form,
      String strength,
      String atc,
      String unit,
      boolean coldChain,
      boolean withdrawn) {

    static MedicineView of(Medicine medicine) {
      var facts = medicine.facts();
      return new MedicineView(
          medicine.id(),
          facts.name(),
          facts.form(),
          facts.strength(),
          facts.atc(),
          facts.unit(),
          facts.coldChain(),
          facts.withdrawn());
    }
  }

  @GET
  @Operation(summary = "Lists the catalogue, by id")
  public Page<MedicineView> list(
      @Parameter(description = "How the name begins") @QueryParam("name") String name,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    var asked = PageRequest.of(limit, after);
    var found = Medicine.list(Optional.ofNullable(name), asked.afterId(), asked.limit() + 1);
    return Page.of(found, asked.limit(), one -> one.id().toString()).map(MedicineView::of);
  }

  @GET
  @Path("{id}")
  @Operation(summary = "Shows a medicine")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = MedicineView.class)))
  @APIResponse(responseCode = "404", description = "Not there")
  public Response show(@PathParam("id") UUID id) {
    return Medicine.<Medicine>findByIdOptional(id)
        .map(found -> answer(Response.ok(), found))
        .orElseGet(() -> Problems.notFound().toResponse());
  }

  @PUT
  @Path("{id}")
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Idempotent
  @Operation(
      summary = "Describes a medicine, new or known",
      description = "The id is the caller's to make.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = MedicineView.class)))
  @APIResponse(responseCode = "201", description = "It was not known before")
  @APIResponse(responseCode = "412", description = "Changed since you read it (If-Match)")
  @APIResponse(responseCode = "422", description = "errors name each field")
  public Response save(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Valid @NotNull MedicineRequest request) {
    return switch (saveMedicine.save(id, request.facts(), IfMatch.version(ifMatch))) {
      case SaveMedicine.Outcome.Saved(var medicine, var isNew) ->
          answer(isNew ? Response.status(Response.Status.CREATED) : Response.ok(), medicine);
      case SaveMedicine.Outcome.Unacceptable(var errors) -> Problems.invalid(errors).toResponse();
      case SaveMedicine.Outcome.ChangedMeanwhile() -> Problems.changedMeanwhile().toResponse();
    };
  }

  private static Response answer(Response.ResponseBuilder answer, Medicine medicine) {
    return answer.tag(IfMatch.tagOf(medicine.version())).entity(MedicineView.of(medicine)).build();
  }
}
