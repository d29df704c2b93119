package ua.vidnova.medical.visit;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/**
 * What was measured at a visit; null is "not measured". Values keep the digits that were written
 * down. {@link VitalSign} has the units and limits.
 */
@Embeddable
public record Vitals(
    @Column(name = "temperature_c") BigDecimal temperatureC,
    BigDecimal systolicMmHg,
    BigDecimal diastolicMmHg,
    BigDecimal pulsePerMinute,
    BigDecimal respirationPerMinute,
    BigDecimal oxygenSaturationPercent,
    BigDecimal weightKg,
    BigDecimal heightCm) {

  public static final Vitals NOT_MEASURED =
      new Vitals(null, null, null, null, null, null, null, null);
}
