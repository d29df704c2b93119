package ua.vidnova.payments.law;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A value of law as somebody proposes it.
 *
 * @param line number in the file; the header is 1
 * @param value kopiykas where the code's unit is money
 * @param validTo first day on which it no longer holds; null while no end is known
 */
public record LawLine(
    int line,
    LawCode code,
    String dimension,
    BigDecimal value,
    String act,
    String article,
    String source,
    LocalDate validFrom,
    LocalDate validTo) {

  boolean saysTheSameAs(LawValue known) {
    return known.code() == code
        && known.dimension().equals(dimension)
        && known.value().compareTo(value) == 0
        && known.act().equals(act)
        && known.article().equals(article)
        && known.source().equals(source)
        && known.validFrom().equals(validFrom)
        && Objects.equals(known.validTo(), validTo);
  }

  /** Whether it is about the same thing on some of the same days. */
  boolean overlaps(LawLine other) {
    return concerns(other.code, other.dimension) && meets(other.validFrom, other.validTo);
  }

  boolean overlaps(LawValue known) {
    return concerns(known.code(), known.dimension()) && meets(known.validFrom(), known.validTo());
  }

  private boolean concerns(LawCode otherCode, String otherDimension) {
    return code == otherCode && dimension.equals(otherDimension);
  }

  private boolean meets(LocalDate from, LocalDate to) {
    return (to == null || validFrom.isBefore(to)) && (validTo == null || from.isBefore(validTo));
  }
}
