package ua.vidnova.medical.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** A span of days in Kyiv, both ends included. */
public record Days(LocalDate from, LocalDate to) {

  /** How many days; not positive when they are the wrong way round. */
  public long count() {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }
}
