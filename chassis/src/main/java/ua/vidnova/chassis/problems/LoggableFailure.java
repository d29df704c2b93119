package ua.vidnova.chassis.problems;

/**
 * A failure as the log may show it: classes and stack, but no message, because messages of drivers
 * and parsers repeat values, and values are people.
 */
public final class LoggableFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private LoggableFailure(Throwable failure) {
    super(failure.getClass().getName());
    setStackTrace(failure.getStackTrace());
    if (failure.getCause() != null && failure.getCause() != failure) {
      initCause(new LoggableFailure(failure.getCause()));
    }
    for (var suppressed : failure.getSuppressed()) {
      addSuppressed(new LoggableFailure(suppressed));
    }
  }

  public static LoggableFailure of(Throwable failure) {
    return new LoggableFailure(failure);
  }
}
