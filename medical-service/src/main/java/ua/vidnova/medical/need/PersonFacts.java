package ua.vidnova.medical.need;

import java.time.LocalDate;

/**
 * What is known of someone who awaits a visit, of visits and of what was told; null is unknown.
 *
 * @param pregnantOn day on which a pregnancy was last known
 * @param medicineUntil day on which the first of the medicines taken every day runs out
 * @param followUpOn day that was set last for the next visit, while none fulfilled it
 * @param referredOn day of the earliest visit that referred to care with nothing said of it since
 * @param seenOn day of the last visit
 * @param onRecord whether visits would be known if there were any
 */
public record PersonFacts(
    LocalDate bornOn,
    LocalDate pregnantOn,
    LocalDate medicineUntil,
    LocalDate followUpOn,
    LocalDate referredOn,
    LocalDate seenOn,
    boolean onRecord,
    boolean disability,
    boolean saysUrgent) {

  /** Both together: the earlier end of medicines, the later day of what was known. */
  PersonFacts and(PersonFacts other) {
    return new PersonFacts(
        bornOn == null ? other.bornOn : bornOn,
        later(pregnantOn, other.pregnantOn),
        earlier(medicineUntil, other.medicineUntil),
        later(followUpOn, other.followUpOn),
        later(referredOn, other.referredOn),
        later(seenOn, other.seenOn),
        onRecord || other.onRecord,
        disability || other.disability,
        saysUrgent || other.saysUrgent);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one == null || (other != null && other.isAfter(one)) ? other : one;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one == null || (other != null && other.isBefore(one)) ? other : one;
  }
}
