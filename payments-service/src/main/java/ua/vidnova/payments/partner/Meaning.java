package ua.vidnova.payments.partner;

import java.util.Optional;
import ua.vidnova.payments.run.InstructionState;

/**
 * What a partner's code means.
 *
 * @param outcome PAID, NOT_COLLECTED or REJECTED
 */
public record Meaning(InstructionState outcome, Optional<Question> question) {

  /** What a code means that nobody has entered: the money did not arrive. */
  static final Meaning OF_AN_UNKNOWN_CODE =
      new Meaning(InstructionState.REJECTED, Optional.empty());
}
