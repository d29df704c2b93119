package ua.vidnova.contracts.identifiers;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * УНЗР, the record number in the Unified State Demographic Register: {@code YYYYMMDD-NNNNN}, where
 * the first part is the birth date. The algorithm of its last digit is not public, so it is not
 * checked.
 */
public final class Unzr {

  private static final Pattern FORMAT = Pattern.compile("(?!0000)[0-9]{8}-[0-9]{5}");

  private Unzr() {}

  /** Whether the format is right and the birth date inside exists in the calendar. */
  public static boolean isValid(String number) {
    return dateInside(number).isPresent();
  }

  /**
   * The birth date inside a valid number.
   *
   * @throws IllegalArgumentException if the number is not valid
   */
  public static LocalDate birthDate(String number) {
    return dateInside(number).orElseThrow(() -> new IllegalArgumentException("Not a valid УНЗР"));
  }

  private static Optional<LocalDate> dateInside(String number) {
    if (number == null || !FORMAT.matcher(number).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(number, 0, 4, 10),
              Integer.parseInt(number, 4, 6, 10),
              Integer.parseInt(number, 6, 8, 10)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
