package ua.vidnova.medical.visit;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A vital sign that a visit can hold. Units, limits and codes are {@code rules/vital-signs.json}.
 */
public enum VitalSign {
  TEMPERATURE("temperatureC", Vitals::temperatureC),
  SYSTOLIC("systolicMmHg", Vitals::systolicMmHg),
  DIASTOLIC("diastolicMmHg", Vitals::diastolicMmHg),
  PULSE("pulsePerMinute", Vitals::pulsePerMinute),
  RESPIRATION("respirationPerMinute", Vitals::respirationPerMinute),
  OXYGEN_SATURATION("oxygenSaturationPercent", Vitals::oxygenSaturationPercent),
  WEIGHT("weightKg", Vitals::weightKg),
  HEIGHT("heightCm", Vitals::heightCm);

  private final String field;

  @SuppressWarnings("ImmutableEnumChecker") // Always an accessor of the record.
  private final Function<Vitals, BigDecimal> value;

  VitalSign(String field, Function<Vitals, BigDecimal> value) {
    this.field = field;
    this.value = value;
  }

  /** Name of the sign in JSON, with its unit last. */
  public String field() {
    return field;
  }

  /** The measured value; empty when it was not measured. */
  public Optional<BigDecimal> in(Vitals vitals) {
    return Optional.ofNullable(value.apply(vitals));
  }

  public Measure measure() {
    return Measure.OF_FIELD.get(field);
  }

  /**
   * How a sign is measured.
   *
   * @param min least plausible value, in the unit
   * @param max greatest plausible value, in the unit
   * @param decimals how many digits behind the point the instrument gives
   * @param unit UCUM code
   * @param loinc LOINC code of the observation
   * @param display LOINC's name
   */
  public record Measure(
      String field,
      BigDecimal min,
      BigDecimal max,
      int decimals,
      String unit,
      String loinc,
      String display) {

    private static final Map<String, Measure> OF_FIELD =
        Table.read().signs().stream().collect(Collectors.toMap(Measure::field, sign -> sign));
  }

  private record Table(String source, List<Measure> signs) {

    static Table read() {
      try (var table = VitalSign.class.getResourceAsStream("/rules/vital-signs.json")) {
        return JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readValue(table, Table.class);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
