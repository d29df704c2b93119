package ua.vidnova.medical.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import ua.vidnova.chassis.time.KyivCalendar;

/**
 * What a medic says about a visit. Two records of the same visit are the same if these are equal.
 *
 * @param settlement KATOTTG code of where the person was seen
 * @param endedAt null when it was not noted
 * @param complaint in the person's words; null when there was none
 */
public record VisitFacts(
    UUID residentId,
    String settlement,
    Instant startedAt,
    Instant endedAt,
    String complaint,
    Vitals vitals,
    List<Reason> reasons,
    Outcome outcome) {

  /** Kyiv's date at the beginning. */
  public LocalDate startedOn() {
    return LocalDate.ofInstant(startedAt, KyivCalendar.KYIV);
  }

  /** Kyiv's date at the end, or at the beginning when the end was not noted. */
  public LocalDate endedOn() {
    return LocalDate.ofInstant(endedAt == null ? startedAt : endedAt, KyivCalendar.KYIV);
  }
}
