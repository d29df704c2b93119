package ua.vidnova.registry.facts;

import java.time.LocalDate;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ua.vidnova.contracts.identifiers.Rnokpp;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.contracts.identifiers.Unzr;
import ua.vidnova.registry.Checked;

/** Holds the numbers of a person against their birth date, their sex and each other. */
public final class IdentifierRules {

  private static final Pattern TEN_DIGITS = Pattern.compile("[0-9]{10}");

  private IdentifierRules() {}

  /** Reads a РНОКПП. */
  public static Checked<String> readRnokpp(String number) {
    if (!TEN_DIGITS.matcher(number).matches()) {
      return Checked.bad("format", "Ten digits.");
    }
    return Rnokpp.isValid(number)
        ? Checked.good(number)
        : Checked.bad("checksum", "A digit is wrong: the check digit does not fit.");
  }

  /** Reads an УНЗР. */
  static Checked<String> readUnzr(String number) {
    return Unzr.isValid(number)
        ? Checked.good(number)
        : Checked.bad("format", "Give the birth date as YYYYMMDD, a hyphen and five digits.");
  }

  /**
   * Whether any two of these cannot belong to one person. Null is not known, and disagrees with
   * nothing.
   *
   * @param rnokpp a valid number
   * @param unzr a valid number
   */
  static boolean disagree(LocalDate birthDate, Sex sex, String rnokpp, String unzr) {
    var birthDates =
        Stream.of(
                birthDate,
                rnokpp == null ? null : Rnokpp.birthDate(rnokpp),
                unzr == null ? null : Unzr.birthDate(unzr))
            .filter(Objects::nonNull)
            .distinct()
            .count();
    return birthDates > 1 || (rnokpp != null && sex != null && Rnokpp.sex(rnokpp) != sex);
  }
}
