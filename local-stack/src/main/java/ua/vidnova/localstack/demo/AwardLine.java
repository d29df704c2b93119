package ua.vidnova.localstack.demo;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One person's stopped payment, as the Pension Fund tells it.
 *
 * @param monthlyMinor kopiykas
 * @param settlement КАТОТТГ code
 */
public record AwardLine(
    Person owner,
    long monthlyMinor,
    YearMonth firstUnpaidMonth,
    StopReason stopReason,
    Fault fault,
    String settlement) {
  public static final String HEADER =
      "rnokpp,familyName,givenName,patronymic,birthDate,monthlyAmount,firstUnpaidMonth,stopReason,"
          + "fault,settlement";

  /** Why the Pension Fund had stopped it. */
  public enum StopReason {
    NO_IDENTIFICATION,
    NON_RECEIPT_SIX_MONTHS,
    OCCUPIED_TERRITORY,
    NO_DECLARATION
  }

  /** Whose fault it was that months went unpaid. */
  public enum Fault {
    PENSIONER,
    AUTHORITY
  }

  /** Awards of people who live in the demo's hromada, stopped through the last four years. */
  public static List<AwardLine> invented(InventedPeople people, int count) {
    return IntStream.range(0, count).mapToObj(number -> invented(people.next(), number)).toList();
  }

  /** An award whose amount, months and settlement follow from a number. */
  static AwardLine invented(Person owner, int number) {
    return new AwardLine(
        owner,
        250_000 + 137L * number,
        Stage.thisMonth().minusMonths(1 + number % 48),
        StopReason.OCCUPIED_TERRITORY,
        Fault.AUTHORITY,
        Place.SETTLEMENTS.get(number % Place.SETTLEMENTS.size()));
  }

  /** The line of the file; nothing in it needs quotes. */
  public String csv() {
    return String.join(
        ",",
        owner.rnokpp(),
        owner.family(),
        owner.given(),
        owner.patronymic(),
        owner.birthDate().toString(),
        BigDecimal.valueOf(monthlyMinor, 2).toPlainString(),
        firstUnpaidMonth.toString(),
        stopReason.name(),
        fault.name(),
        settlement);
  }
}
