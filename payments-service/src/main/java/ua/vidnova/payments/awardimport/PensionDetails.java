package ua.vidnova.payments.awardimport;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.payments.award.PensionKind;

/**
 * What a line may tell beyond the amount, so that months can be derived from the law; null is
 * unknown.
 *
 * @param baseAmountMinor kopiykas, the part that indexation raises
 */
public record PensionDetails(
    PensionKind kind,
    LocalDate grantedOn,
    Long baseAmountMinor,
    Integer insuranceYears,
    Boolean working,
    Sex sex) {

  static final PensionDetails NONE = new PensionDetails(null, null, null, null, null, null);

  /** What it tells, for telling lines apart; empty when it tells nothing. */
  String content() {
    return equals(NONE)
        ? ""
        : "\n"
            + Stream.of(kind, grantedOn, baseAmountMinor, insuranceYears, working, sex)
                .map(Objects::toString)
                .collect(Collectors.joining("\n"));
  }
}
