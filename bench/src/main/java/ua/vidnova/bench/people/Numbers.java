package ua.vidnova.bench.people;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import ua.vidnova.contracts.identifiers.Rnokpp;
import ua.vidnova.contracts.identifiers.Sex;

/**
 * Numbers that the state and operators give out: never the same to two people. Those of papers and
 * telephones follow from the person's own number, those of taxpayers are counted by birth date.
 */
final class Numbers {
  private static final LocalDate FIRST_BIRTH = LocalDate.of(1900, 1, 1);
  private static final int DAYS = 60_000;
  private static final String SERIES_LETTERS = "АВЕІКМНОРСТХ";
  private static final int IN_SERIES = 1_000_000;
  private static final long PASSPORTS =
      (long) SERIES_LETTERS.length() * SERIES_LETTERS.length() * IN_SERIES;
  private static final long CARDS = 1_000_000_000L;
  private static final int[] OPERATORS = {50, 63, 66, 67, 68, 73, 93, 95, 96, 97, 98, 99};
  private static final int IN_OPERATOR = 10_000_000;

  /** A prime that divides none of the ranges above, so that it scatters without repeating. */
  private static final long SCATTER = 15_485_863L;

  private final int serialFrom;
  private final short[] givenToMen = new short[DAYS];
  private final short[] givenToWomen = new short[DAYS];

  /**
   * @param serialFrom the first serial of each birth date, 0 to {@link Rnokpp#SERIAL_MAX}
   */
  Numbers(int serialFrom) {
    this.serialFrom = serialFrom;
  }

  /**
   * The next РНОКПП of this birth date.
   *
   * @throws IllegalArgumentException when all of that day are given out
   */
  String rnokpp(LocalDate birthDate, Sex sex) {
    int day = Math.toIntExact(ChronoUnit.DAYS.between(FIRST_BIRTH, birthDate));
    boolean male = sex == Sex.MALE;
    int serial = serialFrom + (male ? givenToMen : givenToWomen)[day]++;
    return Rnokpp.of(birthDate, serial, male);
  }

  static String passport(long number) {
    return series(scattered(number, PASSPORTS));
  }

  static String birthCertificate(long number) {
    return "I-" + series(scattered(number + PASSPORTS / 2, PASSPORTS));
  }

  static String card(long number) {
    return "%09d".formatted(scattered(number, CARDS));
  }

  /** A passport as the occupying power issues them: four digits of a series and six. */
  static String occupationPassport(long number) {
    return "60%08d".formatted(scattered(number, CARDS / 10));
  }

  static String phone(long number) {
    long place = scattered(number, (long) OPERATORS.length * IN_OPERATOR);
    return "+380%d%07d".formatted(OPERATORS[(int) (place / IN_OPERATOR)], place % IN_OPERATOR);
  }

  private static String series(long place) {
    int series = (int) (place / IN_SERIES);
    return "%c%c%06d"
        .formatted(
            SERIES_LETTERS.charAt(series / SERIES_LETTERS.length()),
            SERIES_LETTERS.charAt(series % SERIES_LETTERS.length()),
            place % IN_SERIES);
  }

  private static long scattered(long number, long range) {
    return Math.floorMod(Math.multiplyExact(number, SCATTER), range);
  }
}
