package ua.vidnova.payments.law;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The amounts and coefficients of law as they were known at one time. */
public final class LawBook {

  private final List<LawValue> values;
  private final Map<LawCode, List<LawValue>> byCode;
  private final Map<UUID, LawValue> byId;

  /**
   * @param values of one code and dimension no two hold on the same day
   */
  public LawBook(List<LawValue> values) {
    this.values =
        values.stream().sorted(Comparator.comparing(LawValue::validFrom).reversed()).toList();
    this.byCode = this.values.stream().collect(groupingBy(LawValue::code));
    this.byId = values.stream().collect(toUnmodifiableMap(LawValue::id, Function.identity()));
  }

  public Optional<LawValue> find(LawCode code, LocalDate day) {
    return find(code, "", day);
  }

  public Optional<LawValue> find(LawCode code, String dimension, LocalDate day) {
    return of(code).stream()
        .filter(value -> value.dimension().equals(dimension) && value.holdsOn(day))
        .findFirst();
  }

  /** All dimensions of a code that hold on a day. */
  public List<LawValue> list(LawCode code, LocalDate day) {
    return of(code).stream().filter(value -> value.holdsOn(day)).toList();
  }

  /** All rows of a code, latest first. */
  public List<LawValue> of(LawCode code) {
    return byCode.getOrDefault(code, List.of());
  }

  /** Every row, latest first. */
  public List<LawValue> values() {
    return values;
  }

  /** A row as a stored derivation refers to it. */
  public LawValue get(UUID id) {
    var value = byId.get(id);
    if (value == null) {
      throw new IllegalStateException("No value of law " + id);
    }
    return value;
  }
}
