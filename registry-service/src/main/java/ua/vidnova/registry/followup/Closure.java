package ua.vidnova.registry.followup;

/**
 * How a registrar ends a follow-up.
 *
 * @param state DONE or DISMISSED
 */
public record Closure(FollowUpState state, String note) {

  /** Checks that it ends something. */
  public Closure {
    if (state != FollowUpState.DONE && state != FollowUpState.DISMISSED) {
      throw new IllegalArgumentException("A closure ends a follow-up");
    }
  }
}
