package ua.vidnova.registry.review.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.http.IfMatch;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.registry.resident.NeedToKnow;
import ua.vidnova.registry.review.DecideReview;
import ua.vidnova.registry.review.DecisionOutcome;
import ua.vidnova.registry.review.FindReviews;
import ua.vidnova.registry.review.PairState;
import ua.vidnova.registry.review.Review;
import ua.vidnova.registry.review.ReviewDecision;
import ua.vidnova.registry.review.ReviewSummary;
import ua.vidnova.registry.review.ReviewView;

/** Records that may be of one person, before a registrar. */
@Path("v1/reviews")
@RolesAllowed(Roles.REGISTRAR)
@Tag(name = "Reviews", description = "Records that may be of one person")
public class ReviewResource {

  private static final List<PairState> OPEN =
      Arrays.stream(PairState.values()).filter(PairState::isOpen).toList();

  private final FindReviews findReviews;
  private final DecideReview decideReview;
  private final Caller caller;

  @Inject
  ReviewResource(FindReviews findReviews, DecideReview decideReview, Caller caller) {
    this.findReviews = findReviews;
    this.decideReview = decideReview;
    this.caller = caller;
  }

  /** A decision as a registrar sends it. */
  @Schema(name = "ReviewDecisionRequest")
  public record DecisionRequest(
      @NotNull(message = "Say what you decide.") Kind decision,
      @Schema(description = "With SAME alone: the side under which the person is known from now on")
          UUID survivor,
      @NotBlank(message = "Say why.")
          @Size(max = 1000, message = "At most 1000 characters.")
          @Schema(examples = "Той самий паспорт, прізвище до шлюбу.")
          String reason) {

    /** What can be decided. */
    @Schema(name = "ReviewDecisionKind")
    public enum Kind {
      SAME,
      DIFFERENT,
      ASK_EVIDENCE
    }

    ReviewDecision read() {
      var survivorFits = (decision == Kind.SAME) == (survivor != null);
      if (!survivorFits) {
        throw new ProblemException(
            Problems.invalid(
                "survivor",
                decision == Kind.SAME ? "required" : "not-with-this-decision",
                "Give the surviving side with SAME, and with nothing else."));
      }
      var why = reason.strip();
      return switch (decision) {
        case SAME -> new ReviewDecision.Same(survivor, why);
        case DIFFERENT -> new ReviewDecision.Different(why);
        case ASK_EVIDENCE -> new ReviewDecision.AskEvidence(why);
      };
    }
  }

  @GET
  @Operation(
      summary = "Lists pairs of records that may be of one person, strongest first",
      description = "Only pairs of whom both live in the caller's territories.")
  public Page<ReviewSummary> reviews(
      @QueryParam("state") @Parameter(description = "Those that are open when absent")
          PairState state,
      @QueryParam("residentId") @Parameter(description = "Only pairs of this person")
          UUID residentId,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    return findReviews.list(
        state == null ? OPEN : List.of(state),
        Optional.ofNullable(residentId),
        PageRequest.of(limit, after));
  }

  @GET
  @Path("{id}")
  @Operation(
      summary = "Shows both records side by side",
      description = "With what agrees, how much it counts, and the decision if there is one.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ReviewView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or one side is another hromada's")
  public Response review(@PathParam("id") UUID id) {
    return findReviews.show(id).map(this::answer).orElseGet(ReviewResource::notFound);
  }

  @POST
  @Path("{id}/decision")
  @Idempotent
  @Operation(
      summary = "Decides whether both are one person",
      description =
          "SAME merges the other side into the survivor and can be undone by an unmerge; DIFFERENT"
              + " is remembered for ever; ASK_EVIDENCE keeps the pair open with what is asked for."
              + " Repeating the decision that stands answers 200 and changes nothing.")
  @APIResponse(
      responseCode = "200",
      description = "Decided; the pair as it is now",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ReviewView.class)))
  @APIResponse(responseCode = "404", description = "Not there, or one side is another hromada's")
  @APIResponse(
      responseCode = "409",
      description =
          "decided-already (with state); two-numbers: each side has a РНОКПП; decided-different:"
              + " other records of the two are of different people; has-merged-records: the side to"
              + " be merged is a survivor itself")
  @APIResponse(responseCode = "412", description = "It has changed since If-Match")
  @APIResponse(responseCode = "422", description = "invalid: errors name each field and code")
  public Response decide(
      @PathParam("id") UUID id,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @NotNull @Valid DecisionRequest request) {
    return switch (decideReview.decide(id, request.read(), IfMatch.version(ifMatch))) {
      case DecisionOutcome.Decided(var review) -> answer(review);
      case DecisionOutcome.NotFound() -> notFound();
      case DecisionOutcome.ChangedMeanwhile() -> Problems.changedMeanwhile().toResponse();
      case DecisionOutcome.DecidedAlready(var state) ->
          Problems.conflict("decided-already", "Another decision stands")
              .with("state", state)
              .toResponse();
      case DecisionOutcome.NotASide() ->
          Problems.invalid("survivor", "not-a-side", "Take the id of one of the two sides.")
              .toResponse();
      case DecisionOutcome.DecidedDifferent() ->
          Problems.conflict("decided-different", "Records of the two are of different people")
              .withDetail("That decision stands. Undo the merge that brought them together.")
              .toResponse();
      case DecisionOutcome.TwoNumbers() ->
          Problems.conflict("two-numbers", "Each side has a РНОКПП of its own")
              .withDetail("They are two people, or correct the number that is wrong first.")
              .toResponse();
      case DecisionOutcome.HasMergedRecords() ->
          Problems.conflict("has-merged-records", "Other records were merged into this side")
              .withDetail("Take it as the survivor, or undo its merges first.")
              .toResponse();
      case DecisionOutcome.SurvivorOnlyListed() ->
          Problems.conflict("survivor-only-listed", "Nobody has identified the survivor")
              .withDetail("Take the other side as the survivor.")
              .toResponse();
    };
  }

  private Response answer(Review review) {
    return Response.ok(ReviewView.of(review, NeedToKnow.of(caller.roles())))
        .tag(IfMatch.tagOf(review.pair().version()))
        .build();
  }

  private static Response notFound() {
    return Problems.notFound().toResponse();
  }
}
