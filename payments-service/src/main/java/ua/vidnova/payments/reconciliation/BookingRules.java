package ua.vidnova.payments.reconciliation;

import java.util.Optional;
import ua.vidnova.payments.award.UnitState;
import ua.vidnova.payments.run.InstructionState;

/** Says whether the books can follow what a difference tells. */
public final class BookingRules {

  private BookingRules() {}

  /** What is in the way. */
  public enum Obstacle {
    DOES_NOT_FIT("booking-does-not-fit", "The partner did not tell this of this instruction"),
    OVERTAKEN("booking-overtaken", "The instruction was corrected since the partner told this"),
    SENT_AGAIN("sent-again", "The money was sent again since; find out what was paid twice"),
    PASSED_TO_HEIRS("passed-to-heirs", "The money was passed to heirs since");

    private final String code;
    private final String title;

    Obstacle(String code, String title) {
      this.code = code;
      this.title = title;
    }

    public String code() {
      return code;
    }

    public String title() {
      return title;
    }
  }

  /**
   * How things stand now.
   *
   * @param sentAgain whether another instruction pays the unit, or has paid it
   */
  public record Now(InstructionState instruction, UnitState unit, boolean sentAgain) {}

  /**
   * What a booking contradicts of the difference itself.
   *
   * @param known what the books said when the partner told otherwise; null when nothing
   */
  public static Optional<Obstacle> judge(
      Booking booking, DifferenceKind kind, InstructionState told, InstructionState known) {
    var fits =
        switch (booking) {
          case NONE -> true;
          case PAID ->
              kind == DifferenceKind.OUTCOME_DIFFERS
                  && told == InstructionState.PAID
                  && cameBack(known);
          case RETURNED ->
              kind == DifferenceKind.OUTCOME_DIFFERS
                  && cameBack(told)
                  && known == InstructionState.PAID;
        };
    return fits ? Optional.empty() : Optional.of(Obstacle.DOES_NOT_FIT);
  }

  /** What has happened since that a booking would contradict. */
  public static Optional<Obstacle> judge(Booking booking, InstructionState known, Now now) {
    if (booking == Booking.NONE) {
      return Optional.empty();
    }
    if (now.instruction() != known) {
      return Optional.of(Obstacle.OVERTAKEN);
    }
    if (now.sentAgain()) {
      return Optional.of(Obstacle.SENT_AGAIN);
    }
    return now.unit() == UnitState.PASSED_TO_HEIRS
        ? Optional.of(Obstacle.PASSED_TO_HEIRS)
        : Optional.empty();
  }

  private static boolean cameBack(InstructionState outcome) {
    return outcome == InstructionState.NOT_COLLECTED || outcome == InstructionState.REJECTED;
  }
}
