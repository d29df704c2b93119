package ua.vidnova.payments.aidlist;

import java.time.LocalDate;
import java.util.Optional;

/** By when a list is made, funded and paid, each counted from the step before it. */
public final class DeadlineRules {

  private DeadlineRules() {}

  /** A step of a list. */
  public enum Step {
    LISTED,
    FUNDED,
    PAID
  }

  /**
   * A step with its day.
   *
   * @param dueOn last day; empty while the step before it is not done
   * @param doneOn empty while it is not done
   */
  public record Deadline(Step step, Optional<LocalDate> dueOn, Optional<LocalDate> doneOn) {

    /** Whether it was done late, or is not done and late by now. */
    public boolean isLate(LocalDate today) {
      return dueOn.isPresent() && doneOn.orElse(today).isAfter(dueOn.get());
    }
  }

  /**
   * The deadline of a step.
   *
   * @param from the day on which the step before it was done
   * @param days of the law
   */
  public static Deadline of(
      Step step, Optional<LocalDate> from, int days, Optional<LocalDate> doneOn) {
    return new Deadline(step, from.map(day -> day.plusDays(days)), doneOn);
  }
}
