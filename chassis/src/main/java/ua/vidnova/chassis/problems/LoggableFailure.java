package ua.vidnova.chassis.problems;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * A failure as the log may show it: classes and stack, but no message, because messages of drivers
 * and parsers repeat values, and values are people.
 */
public final class LoggableFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private LoggableFailure(Throwable failure, Set<Throwable> known) {
    super(failure.getClass().getName());
    setStackTrace(failure.getStackTrace());
    if (failure.getCause() != null && known.add(failure.getCause())) {
      initCause(new LoggableFailure(failure.getCause(), known));
    }
    for (var suppressed : failure.getSuppressed()) {
      if (known.add(suppressed)) {
        addSuppressed(new LoggableFailure(suppressed, known));
      }
    }
  }

  /** The failure with its causes and what they suppress, each shown once. */
  public static LoggableFailure of(Throwable failure) {
    var known = Collections.newSetFromMap(new IdentityHashMap<Throwable, Boolean>());
    known.add(failure);
    return new LoggableFailure(failure, known);
  }
}
