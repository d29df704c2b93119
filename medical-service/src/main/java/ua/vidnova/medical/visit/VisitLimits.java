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

  /** How long a visit may last. */
  @WithDefault("PT24H")
  Duration lengthMax();

  /** How far ahead of the visit the next one may be set. */
  @WithDefault("P1Y")
  Period followUpAheadMax();
}
