package ua.vidnova.localstack.partners;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What goes wrong at a partner. */
public enum Fault {
  /** Nothing. */
  NONE,
  /** It accepts, and what became of it does not come. */
  LATE,
  /** Every report comes twice. */
  DUPLICATE,
  /** Every second line is left out. */
  PARTIAL,
  /** A report breaks off in the middle, and comes whole after that. */
  GARBAGE,
  /** What came last is told first. */
  REORDERED,
  /** One line tells another amount. */
  AMOUNT;

  /**
   * Reads the name as a command has it.
   *
   * @throws IllegalArgumentException when there is none such
   */
  public static Fault of(String name) {
    return Arrays.stream(values())
        .filter(fault -> fault.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no fault "
                        + name
                        + ", but "
                        + Arrays.stream(values())
                            .map(Fault::toString)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
