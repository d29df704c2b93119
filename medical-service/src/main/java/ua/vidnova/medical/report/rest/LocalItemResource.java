package ua.vidnova.medical.report.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.medical.report.ItemName;
import ua.vidnova.medical.report.LocalItem;
import ua.vidnova.medical.report.NameLocalItem;

/** What items 19 to 22 count: staff read it, administrators say it. */
@Path("v1/local-items")
@Tag(name = "Daily report", description = "WHO Emergency Medical Team Minimum Data Set")
public class LocalItemResource {

  private static final String EXAMPLE =
      """
      {
        "item": 19,
        "validFrom": "2026-12-01",
        "nameUk": "Укус тварини",
        "nameEn": "Animal bite",
        "source": "Лист обласної координаційної групи від 20.11.2026"
      }
      """;

  private final NameLocalItem nameLocalItem;

  @Inject
  LocalItemResource(NameLocalItem nameLocalItem) {
    this.nameLocalItem = nameLocalItem;
  }

  /** What an item counts from a day on; without names it counts nothing. */
  @Schema(name = "LocalItemRequest")
  public record LocalItemRequest(
      @Min(19) @Max(22) int item,
      @NotNull LocalDate validFrom,
      @Size(max = 100) @Pattern(regexp = "[\\p{L}\\p{N}].*", message = "Begin with a letter.")
          String nameUk,
      @Size(max = 100) @Pattern(regexp = "[\\p{L}\\p{N}].*", message = "Begin with a letter.")
          String nameEn,
      @NotBlank @Size(max = 500) String source) {}

  /** What was said of an item. */
  @Schema(name = "LocalItem")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record LocalItemView(
      UUID id,
      int item,
      LocalDate validFrom,
      String nameUk,
      String nameEn,
      String source,
      Instant statedAt) {

    static LocalItemView of(LocalItem said) {
      return new LocalItemView(
          said.id(),
          said.item(),
          said.validFrom(),
          said.name().map(ItemName::uk).orElse(null),
          said.name().map(ItemName::en).orElse(null),
          said.source(),
          said.statedAt());
    }
  }

  @GET
  @Transactional
  @RolesAllowed({Roles.MEDIC, Roles.BRIGADE_LEAD, Roles.COORDINATOR, Roles.ADMINISTRATOR})
  @Operation(summary = "Lists what was ever said of local items, newest first")
  public Page<LocalItemView> list(
      @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
    var asked = PageRequest.of(limit, after);
    var found = LocalItem.listBefore(asked.afterId(), asked.limit() + 1);
    return Page.of(found, asked.limit(), said -> said.id().toString()).map(LocalItemView::of);
  }

  @POST
  @Idempotent
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(
      summary = "Says what a local item counts from a day on",
      description = "What was said before of the same item and day stands no longer.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = LocalItemRequest.class),
              examples = @ExampleObject(name = "animal bites", value = EXAMPLE)))
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = LocalItemView.class)))
  @APIResponse(responseCode = "422", description = "errors name each field")
  public Response name(@Valid @NotNull LocalItemRequest request) {
    if ((request.nameUk() == null) != (request.nameEn() == null)) {
      return Problems.invalid("nameEn", "both-names", "Give both names, or neither.").toResponse();
    }
    var name = Optional.ofNullable(request.nameUk()).map(uk -> new ItemName(uk, request.nameEn()));
    var said =
        nameLocalItem.name(request.item(), request.validFrom(), name, request.source().strip());
    return Response.status(Response.Status.CREATED).entity(LocalItemView.of(said)).build();
  }
}
