package ua.vidnova.registry.facts.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.registry.facts.AnswerOutcome;
import ua.vidnova.registry.facts.AnswerQuestion;

/** Answers to open questions. */
@Path("v1/open-questions/{id}/answer")
@Tag(name = "Open questions")
public class AnswerResource {

  /** Whether the statement in question is to be believed. */
  @Schema(name = "AnswerDecision")
  public enum Decision {
    /** The statement stands from now on. */
    ACCEPT,
    /** What stood goes on standing. */
    KEEP
  }

  /** A person's decision, with the reason that others will read. */
  @Schema(name = "AnswerRequest")
  public record Answer(
      @NotNull(message = "This is needed.") Decision decision,
      @NotNull(message = "This is needed.")
          @Size(min = 3, max = 500, message = "3 to 500 characters.")
          String reason) {}

  private final AnswerQuestion answerQuestion;

  @Inject
  AnswerResource(AnswerQuestion answerQuestion) {
    this.answerQuestion = answerQuestion;
  }

  @POST
  @Idempotent
  @RolesAllowed(Roles.REGISTRAR)
  @Operation(summary = "Decides whether a statement that disagrees is believed")
  @APIResponse(responseCode = "200", description = "Closed; the resident's view follows")
  @APIResponse(
      responseCode = "409",
      description = "question-closed, or number-in-use: another resident has the number")
  public Response answer(@PathParam("id") UUID id, @NotNull @Valid Answer answer) {
    var accepted = answer.decision() == Decision.ACCEPT;
    return switch (answerQuestion.answer(id, accepted, answer.reason())) {
      case AnswerOutcome.Answered answered -> Response.ok(answered).build();
      case AnswerOutcome.NotFound() -> Problems.notFound().toResponse();
      case AnswerOutcome.ClosedAlready() ->
          Problems.conflict("question-closed", "The question is closed already").toResponse();
      case AnswerOutcome.CannotBeTrue() ->
          Problems.invalid("decision", "cannot-be-true", "Keep what stands; this cannot be.")
              .toResponse();
      case AnswerOutcome.NumberInUse(var other) ->
          StatementsResource.numberInUse(other).toResponse();
    };
  }
}
