package ua.vidnova.payments.review.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.review.DailyReview;
import ua.vidnova.payments.review.ReviewAwards;

/** The daily review by hand: to see what a day will bring, or to catch up with one. */
@Path("v1/daily-reviews")
@RolesAllowed(Roles.ADMINISTRATOR)
@Tag(name = "Daily review", description = "Who is warned and whose payment ends")
public class DailyReviewResource {

  private final ReviewAwards reviewAwards;
  private final KyivCalendar calendar;

  @Inject
  DailyReviewResource(ReviewAwards reviewAwards, KyivCalendar calendar) {
    this.reviewAwards = reviewAwards;
    this.calendar = calendar;
  }

  /** Which day is reviewed, and whether only to see. */
  @Schema(name = "DailyReviewRequest")
  public record ReviewRequest(
      @NotNull(message = "Say which day.") @Schema(examples = "2027-01-01") LocalDate day,
      @NotNull(message = "Say whether nothing is to be changed.")
          @Schema(description = "Whether only to see what it would do; any day will do for that")
          Boolean dryRun) {}

  @POST
  @Operation(
      summary = "Reviews a day",
      description =
          "Warns and suspends as the law of that day says. May be repeated: what was done is not"
              + " done again. See with a dry run first.")
  @APIResponse(
      responseCode = "200",
      description = "Numbers by ground",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = DailyReview.class)))
  @APIResponse(responseCode = "422", description = "Code in-future: only a dry run looks ahead")
  public Response review(@Valid @NotNull ReviewRequest request) {
    if (!request.dryRun() && request.day().isAfter(calendar.today())) {
      return Problems.invalid("day", "in-future", "Only a dry run looks ahead.").toResponse();
    }
    return Response.ok(reviewAwards.review(request.day(), request.dryRun())).build();
  }
}
