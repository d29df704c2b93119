package ua.vidnova.localstack.demo;

/**
 * What a step claims does not hold; the message says what was seen instead, without personal data.
 */
public final class StepFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public StepFailed(String message) {
    super(message);
  }

  StepFailed(String message, Throwable cause) {
    super(message, cause);
  }

  /** Throws unless the claim holds. */
  public static void unless(boolean holds, String otherwise, Object... arguments) {
    if (!holds) {
      throw new StepFailed(otherwise.formatted(arguments));
    }
  }
}
