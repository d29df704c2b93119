package ua.vidnova.payments.resumption;

import java.util.Optional;

/** Where a resumption is in its life, and where each step leads; see {@link Resumption}. */
public enum ResumptionState {
  OPENED,
  PROPOSED,
  APPROVED,
  RESUMED,
  REFUSED,
  CLOSED;

  /** What can be done with a resumption. */
  public enum Step {
    /** An officer fixes the derivation, once no condition is open. */
    PROPOSE,
    /** Another person agrees. */
    APPROVE,
    REFUSE,
    /** The person died first. */
    CLOSE,
    /** The first payment that it decided reached the person. */
    SETTLE
  }

  /** The state that a step leads to; empty when it does not follow on this one. */
  public Optional<ResumptionState> after(Step step) {
    return Optional.ofNullable(
        switch (this) {
          case OPENED ->
              switch (step) {
                case PROPOSE -> PROPOSED;
                case REFUSE -> REFUSED;
                case CLOSE -> CLOSED;
                case APPROVE, SETTLE -> null;
              };
          case PROPOSED ->
              switch (step) {
                case APPROVE -> APPROVED;
                case REFUSE -> REFUSED;
                case CLOSE -> CLOSED;
                case PROPOSE, SETTLE -> null;
              };
          case APPROVED ->
              switch (step) {
                case SETTLE -> RESUMED;
                case PROPOSE, APPROVE, REFUSE, CLOSE -> null;
              };
          case RESUMED, REFUSED, CLOSED -> null;
        });
  }

  public boolean allows(Step step) {
    return after(step).isPresent();
  }
}
