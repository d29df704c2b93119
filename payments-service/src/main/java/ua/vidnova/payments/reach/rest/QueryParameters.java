package ua.vidnova.payments.reach.rest;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import ua.vidnova.chassis.problems.Problem;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.chassis.problems.Problems;

/** Reads query parameters that have a form; what does not have it is a 400. */
public final class QueryParameters {

  private QueryParameters() {}

  /**
   * Reads an id.
   *
   * @return empty when the parameter is absent
   */
  public static Optional<UUID> id(String name, String text) {
    try {
      return Optional.ofNullable(text).map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      throw new ProblemException(Problems.badParameter(name, "not-an-id", "Give a UUID."));
    }
  }

  /**
   * Reads one of the values of a list.
   *
   * @return empty when the parameter is absent
   */
  public static <E extends Enum<E>> Optional<E> value(String name, String text, Class<E> values) {
    if (text == null) {
      return Optional.empty();
    }
    return Optional.of(
        Arrays.stream(values.getEnumConstants())
            .filter(value -> value.name().equals(text))
            .findFirst()
            .orElseThrow(() -> new ProblemException(unknownValue(name, values))));
  }

  private static <E extends Enum<E>> Problem unknownValue(String name, Class<E> values) {
    var known =
        Arrays.stream(values.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    return Problems.badParameter(name, "unknown-value", "Take one of " + known + ".");
  }
}
