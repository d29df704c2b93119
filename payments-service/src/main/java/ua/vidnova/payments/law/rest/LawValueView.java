package ua.vidnova.payments.law.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.payments.law.LawCode;
import ua.vidnova.payments.law.LawLine;
import ua.vidnova.payments.law.LawUnit;
import ua.vidnova.payments.law.LawValue;

/**
 * A value of law as staff see it.
 *
 * @param id absent while it is only proposed
 */
@Schema(name = "LawValue")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LawValueView(
    UUID id,
    LawCode code,
    @Schema(examples = "2023", description = "To whom it applies; empty is all") String dimension,
    @Schema(examples = "1.048", description = "Kopiykas where the unit is KOPIYKAS")
        BigDecimal value,
    LawUnit unit,
    @Schema(examples = "Постанова КМУ № 236 (2026)") String act,
    @Schema(examples = "п. 1") String article,
    @Schema(description = "Where it was seen: [V] verified, [M-h] common knowledge, [D] derived")
        String source,
    LocalDate validFrom,
    @Schema(description = "First day on which it no longer holds; absent while no end is known")
        LocalDate validTo) {

  public static LawValueView of(LawValue value) {
    return new LawValueView(
        value.id(),
        value.code(),
        value.dimension(),
        plain(value.value()),
        value.code().unit(),
        value.act(),
        value.article(),
        value.source(),
        value.validFrom(),
        value.validTo());
  }

  static LawValueView of(LawLine line) {
    return new LawValueView(
        null,
        line.code(),
        line.dimension(),
        plain(line.value()),
        line.code().unit(),
        line.act(),
        line.article(),
        line.source(),
        line.validFrom(),
        line.validTo());
  }

  /** Without an exponent and trailing zeros. */
  private static BigDecimal plain(BigDecimal value) {
    var stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
