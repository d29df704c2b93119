package ua.vidnova.chassis.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class LoggableFailureTest {

  @Test
  void classes_of_causes_and_of_what_they_suppress_are_shown_and_messages_are_not() {
    var suppressed = new IllegalStateException("a secret", new ArithmeticException("a secret"));
    var failure = new IllegalArgumentException("a secret", new SecurityException("a secret"));
    failure.getCause().addSuppressed(suppressed);

    assertThat(logged(failure))
        .contains("IllegalArgument", "Security", "IllegalState", "Arithmetic")
        .doesNotContain("secret");
  }

  @Test
  void causes_that_go_round_end() {
    var failure = new IllegalArgumentException();
    failure.addSuppressed(new IllegalStateException(failure));

    assertThat(logged(failure)).contains("IllegalArgument", "IllegalState");
  }

  private static String logged(Throwable failure) {
    var text = new StringWriter();
    LoggableFailure.of(failure).printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
