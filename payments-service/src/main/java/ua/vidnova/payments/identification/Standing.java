package ua.vidnova.payments.identification;

import java.time.LocalDate;

/**
 * What a person has last done to be paid, under whichever record.
 *
 * @param identifiedOn null when never
 * @param declaredOn day of the last declaration of not receiving a Russian pension; null when never
 */
public record Standing(LocalDate identifiedOn, LocalDate declaredOn) {

  /** Of somebody of whom nothing was told. */
  public static final Standing NOTHING = new Standing(null, null);
}
