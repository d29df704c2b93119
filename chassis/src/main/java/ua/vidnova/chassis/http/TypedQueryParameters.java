package ua.vidnova.chassis.http;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import ua.vidnova.chassis.problems.Problem;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.chassis.problems.Problems;

/**
 * Reads query parameters that are a number, an id, a day or a value of a list. One that cannot be
 * read is answered by 400 {@code bad-parameter} that names it, where Jakarta REST would say 404.
 */
@Provider
public class TypedQueryParameters implements ParamConverterProvider {

  @Override
  public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] on) {
    return Arrays.stream(on)
        .filter(QueryParam.class::isInstance)
        .map(annotation -> ((QueryParam) annotation).value())
        .findFirst()
        .flatMap(name -> formOf(type).map(form -> new Reader<>(name, form)))
        .orElse(null);
  }

  private record Form<T>(Function<String, T> parser, String code, String message) {}

  private static <T> Optional<Form<T>> formOf(Class<T> type) {
    if (type == Integer.class) {
      return Optional.of(form(type, Integer::valueOf, "not-a-number", "Give a whole number."));
    }
    if (type == UUID.class) {
      return Optional.of(form(type, UUID::fromString, "not-an-id", "Give a UUID."));
    }
    if (type == LocalDate.class) {
      return Optional.of(
          form(
              type,
              text -> YearsInUse.check(LocalDate.parse(text)),
              "not-a-day",
              "Give a day as YYYY-MM-DD."));
    }
    if (type == YearMonth.class) {
      return Optional.of(
          form(
              type,
              text -> YearsInUse.check(YearMonth.parse(text)),
              "not-a-month",
              "Give a month as YYYY-MM."));
    }
    return type.isEnum() ? Optional.of(oneOf(type)) : Optional.empty();
  }

  private static <T> Form<T> form(
      Class<T> type, Function<String, ?> parser, String code, String message) {
    return new Form<>(parser.andThen(type::cast), code, message);
  }

  private static <T> Form<T> oneOf(Class<T> type) {
    var values =
        Arrays.stream(type.getEnumConstants())
            .collect(Collectors.toMap(value -> ((Enum<?>) value).name(), Function.identity()));
    var known =
        Arrays.stream(type.getEnumConstants())
            .map(value -> ((Enum<?>) value).name())
            .collect(Collectors.joining(", "));
    return new Form<>(
        name -> Optional.ofNullable(values.get(name)).orElseThrow(IllegalArgumentException::new),
        "unknown-value",
        "Take one of " + known + ".");
  }

  private record Reader<T>(String name, Form<T> form) implements ParamConverter<T> {

    @Override
    public T fromString(String text) {
      try {
        return text == null || text.isEmpty() ? null : form.parser().apply(text);
      } catch (IllegalArgumentException | DateTimeException e) {
        throw refusal(Problems.badParameter(name, form.code(), form.message()));
      }
    }

    @Override
    public String toString(T value) {
      return value.toString();
    }
  }

  /** Jakarta REST lets only its own exceptions out of a converter. */
  private static WebApplicationException refusal(Problem problem) {
    return new WebApplicationException(new ProblemException(problem), problem.status());
  }
}
