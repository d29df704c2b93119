package ua.vidnova.medical.need;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import ua.vidnova.chassis.problems.FieldError;

/**
 * What makes an edition of the weights acceptable: it changes no list of a day gone by, and the
 * words of whoever asks outweigh nothing that is known.
 */
final class EditionRules {

  private EditionRules() {}

  /** Everything that is wrong, field by field; empty when it is acceptable. */
  static List<FieldError> check(LocalDate validFrom, List<Weight> weights, LocalDate today) {
    var errors = new ArrayList<FieldError>();
    if (validFrom.isBefore(today)) {
      errors.add(new FieldError("validFrom", "in-the-past", "From today on, or later."));
    }
    var leastKnown =
        weights.stream()
            .filter(weight -> weight.factor() != Factor.SAYS_URGENT)
            .mapToInt(Weight::points)
            .min()
            .orElse(Integer.MAX_VALUE);
    var seen = new HashSet<>();
    for (int i = 0; i < weights.size(); i++) {
      var weight = weights.get(i);
      if (!seen.add(List.of(weight.factor(), weight.threshold()))) {
        errors.add(
            new FieldError(
                "weights[" + i + "].threshold", "repeated", "A factor has each threshold once."));
      }
      if (weight.factor() == Factor.SAYS_URGENT && weight.points() >= leastKnown) {
        errors.add(
            new FieldError(
                "weights[" + i + "].points",
                "outweighs-what-is-known",
                "Less than anything that is known of a person gives."));
      }
    }
    return List.copyOf(errors);
  }
}
