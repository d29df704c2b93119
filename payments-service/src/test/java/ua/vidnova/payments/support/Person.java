package ua.vidnova.payments.support;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.contracts.identifiers.Rnokpp;

/** An invented person with a valid number of their own, and what the Pension Fund knows of them. */
public record Person(
    UUID residentId,
    String rnokpp,
    String familyName,
    LocalDate birthDate,
    String monthlyAmount,
    String firstUnpaidMonth,
    String fault,
    String settlement) {

  private static final AtomicInteger SERIAL = new AtomicInteger();

  /** A city that the tests liberate. */
  public static final String LIBERATED = "UA44020010010037242";

  /** Another hromada of the oblast, never liberated here. */
  public static final String OCCUPIED = "UA44040010010080356";

  public static final String OBLAST = "UA44000000000018893";

  /** Someone whom nobody knows yet. */
  public static Person anyone() {
    var serial = SERIAL.getAndIncrement();
    var birth = LocalDate.of(1940, 1, 1).plusDays(serial / 4000);
    return new Person(
        Ids.newId(),
        Rnokpp.of(birth, serial % 4000, false),
        "Вигаданенко",
        birth,
        "3460.25",
        "2026-06",
        "PENSIONER",
        LIBERATED);
  }

  public Person unpaidSince(String month) {
    return new Person(
        residentId, rnokpp, familyName, birthDate, monthlyAmount, month, fault, settlement);
  }

  public Person withAmount(String amount) {
    return new Person(
        residentId, rnokpp, familyName, birthDate, amount, firstUnpaidMonth, fault, settlement);
  }

  public Person livingIn(String code) {
    return new Person(
        residentId, rnokpp, familyName, birthDate, monthlyAmount, firstUnpaidMonth, fault, code);
  }

  /** Another resident with the same number. */
  public Person doubled() {
    return new Person(
        Ids.newId(),
        rnokpp,
        familyName,
        birthDate,
        monthlyAmount,
        firstUnpaidMonth,
        fault,
        settlement);
  }

  /** The line of a file of awards. */
  public String line() {
    return String.join(
        ",",
        rnokpp,
        familyName,
        "Ганна",
        "Прикладівна",
        birthDate.toString(),
        monthlyAmount,
        firstUnpaidMonth,
        "OCCUPIED_TERRITORY",
        fault,
        settlement);
  }
}
