package ua.vidnova.contracts.identifiers;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * РНОКПП, the registration number of a taxpayer's card: ten digits that hold the birth date (days
 * since 31 December 1899), a serial whose last digit tells the sex, and a check digit. A person may
 * lawfully have none.
 */
public final class Rnokpp {

  /** Serials run from 0 to this number, separately for each birth date and sex. */
  public static final int SERIAL_MAX = 4_999;

  private static final LocalDate EPOCH = LocalDate.of(1899, 12, 31);
  private static final int[] WEIGHTS = {-1, 5, 7, 9, 4, 6, 10, 5, 7};

  private Rnokpp() {}

  /** Whether this is ten digits with a right check digit; says nothing of whether it was issued. */
  public static boolean isValid(String number) {
    return Digits.areExactly(10, number)
        && daysSinceEpoch(number) > 0
        && number.charAt(9) - '0' == checkDigit(number);
  }

  /**
   * The birth date inside a valid number.
   *
   * @throws IllegalArgumentException if the number is not valid
   */
  public static LocalDate birthDate(String number) {
    return EPOCH.plusDays(daysSinceEpoch(requireValid(number)));
  }

  /**
   * The sex inside a valid number.
   *
   * @throws IllegalArgumentException if the number is not valid
   */
  public static Sex sex(String number) {
    return (requireValid(number).charAt(8) - '0') % 2 == 1 ? Sex.MALE : Sex.FEMALE;
  }

  /**
   * A valid number for invented people in samples and tests.
   *
   * @param birth 1900-01-01 to 2173-10-14
   * @param serial 0 to {@link #SERIAL_MAX}
   */
  public static String of(LocalDate birth, int serial, boolean male) {
    long days = ChronoUnit.DAYS.between(EPOCH, birth);
    if (days < 1 || days > 99_999) {
      throw new IllegalArgumentException("A РНОКПП cannot hold the birth date " + birth);
    }
    if (serial < 0 || serial > SERIAL_MAX) {
      throw new IllegalArgumentException("A РНОКПП cannot hold the serial " + serial);
    }
    String digits = "%05d%04d".formatted(days, serial * 2 + (male ? 1 : 0));
    return digits + checkDigit(digits);
  }

  private static int daysSinceEpoch(String number) {
    return Integer.parseInt(number, 0, 5, 10);
  }

  private static int checkDigit(String digits) {
    return Math.floorMod(Digits.weightedSum(digits, WEIGHTS), 11) % 10;
  }

  private static String requireValid(String number) {
    if (!isValid(number)) {
      throw new IllegalArgumentException("Not a valid РНОКПП");
    }
    return number;
  }
}
