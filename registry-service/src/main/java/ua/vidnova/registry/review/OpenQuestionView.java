package ua.vidnova.registry.review;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An open question as a line of the registrar's list; both sides are on the resident's page. */
@Schema(name = "OpenQuestion")
public record OpenQuestionView(
    UUID id,
    UUID residentId,
    OpenQuestion.Kind kind,
    Instant raisedAt,
    @JsonRawValue @Schema(implementation = Object.class, description = "As it was stated")
        String stated) {

  /** Shows a question. */
  public static OpenQuestionView of(OpenQuestion question) {
    return new OpenQuestionView(
        question.id(),
        question.residentId(),
        question.kind(),
        question.raisedAt(),
        question.stated());
  }
}
