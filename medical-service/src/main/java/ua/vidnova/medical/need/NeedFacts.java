package ua.vidnova.medical.need;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import ua.vidnova.chassis.time.KyivCalendar;

/**
 * What someone said who asked for a visit. Two notes of the same request are the same if these are
 * equal.
 *
 * @param residentId null when no record is known: then words, an address or both name the person
 * @param about who it is, in words
 * @param settlement KATOTTG code of where the person is
 * @param householdId as registry knows it; null when nobody said
 * @param words the asker's own; null when nothing was written down
 */
public record NeedFacts(
    UUID residentId,
    String about,
    String settlement,
    String address,
    UUID householdId,
    AskedBy askedBy,
    Instant askedAt,
    String words,
    boolean urgent,
    Told told) {

  /**
   * What was told of the person.
   *
   * @param ageYears null when unknown, or told in months
   * @param ageMonths of a small child
   * @param medicineUntil day on which the medicines taken every day run out
   */
  public record Told(
      boolean pregnant,
      boolean disability,
      Integer ageYears,
      Integer ageMonths,
      LocalDate medicineUntil) {}

  /** Kyiv's date. */
  public LocalDate askedOn() {
    return LocalDate.ofInstant(askedAt, KyivCalendar.KYIV);
  }
}
