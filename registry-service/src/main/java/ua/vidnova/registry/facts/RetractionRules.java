package ua.vidnova.registry.facts;

import java.util.List;
import java.util.Optional;
import ua.vidnova.chassis.problems.FieldError;

/** Decides whether a retraction says which fact it takes back. */
final class RetractionRules {

  private RetractionRules() {}

  /**
   * Examines a retraction; the path of a refusal is relative to the statement.
   *
   * @param known all that was stated of the resident so far
   */
  static Optional<FieldError> examine(Fact.Retraction retraction, List<StatedFact> known) {
    var targets =
        known.stream()
            .filter(one -> one.statementId().equals(retraction.statementId()))
            .filter(one -> !(one.fact() instanceof Fact.Answer))
            .toList();
    if (targets.isEmpty()) {
      return refusal("statementId", "unknown", "Nothing of that id was stated of this resident.");
    }
    if (targets.size() > 1 && retraction.fact() == null) {
      return refusal("fact", "required", "Say which fact of it was wrong.");
    }
    var meant = targets.stream().filter(one -> Retractions.isAbout(retraction, one)).toList();
    if (meant.isEmpty()) {
      return refusal("fact", "unknown", "The statement does not say that.");
    }
    return meant.size() > 1
        ? refusal("number", "required", "Say which paper was wrong, by its number.")
        : Optional.empty();
  }

  private static Optional<FieldError> refusal(String field, String code, String message) {
    return Optional.of(new FieldError("fact." + field, code, message));
  }
}
