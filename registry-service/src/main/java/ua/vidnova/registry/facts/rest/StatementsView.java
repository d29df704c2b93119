package ua.vidnova.registry.facts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.registry.evidence.Statement;
import ua.vidnova.registry.facts.FactOutcome;
import ua.vidnova.registry.facts.KnownFacts;
import ua.vidnova.registry.review.OpenQuestion;

/** What came of each statement, in the order in which they were sent. */
@Schema(name = "StatementsResult")
public record StatementsView(UUID residentId, List<Line> statements) {

  /** One statement. */
  @Schema(name = "StatementResult")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Line(
      UUID id,
      Statement.Kind kind,
      FactOutcome outcome,
      @Schema(description = "Asked of a person, when it disagrees") UUID openQuestionId) {}

  static StatementsView of(UUID residentId, List<Statement> statements, KnownFacts known) {
    Map<UUID, UUID> questions =
        OpenQuestion.findAbout(residentId).stream()
            .collect(Collectors.toMap(OpenQuestion::statementId, OpenQuestion::id));
    return new StatementsView(
        residentId,
        statements.stream()
            .map(
                statement ->
                    new Line(
                        statement.id(),
                        statement.kind(),
                        known.outcomeOf(statement.id()),
                        questions.get(statement.id())))
            .toList());
  }
}
