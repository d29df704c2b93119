package ua.vidnova.medical.visit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.Period;

/** How far the times of a visit may lie from each other and from now. */
@ConfigMapping(prefix = "vidnova.visit")
public interface VisitLimits {

  /** How far a device's clock may run ahead of the server's. */
  @WithDefault("PT10M")
  Duration clockToleranceMax();

  /** How late a visit may still be handed in; devices are offline for days, paper for months. */
  @WithDefault("P400D")
  Duration ageMax();

  /** Whole days before and after the trip of a visit that still are of it. */
  @WithDefault("2")
  int tripToleranceDays();

  /** How long a visit may last. */
  @WithDefault("PT24H")
  Duration lengthMax();

  /** How far ahead of the visit the next one may be set. */
  @WithDefault("P1Y")
  Period followUpAheadMax();

  /** How far ahead of the visit a medicine or vaccine can still be in date. */
  @WithDefault("P15Y")
  Period expiryAheadMax();

  /** How far ahead of the visit a person's own medicine can last. */
  @WithDefault("P2Y")
  Period medicineAheadMax();

  /** By how many years what a medic guessed may differ from the known age of the right person. */
  @WithDefault("10")
  int ageToleranceYears();

  /** Full years from which a woman can be pregnant or bear a child; wider than any cohort's. */
  @WithDefault("9")
  int pregnancyAgeMin();

  /** Full years until which a woman can be pregnant or bear a child. */
  @WithDefault("60")
  int pregnancyAgeMax();
}
