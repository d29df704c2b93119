package ua.vidnova.medical.reach;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long before and after a trip its people see the patients of its hromadas. */
@ConfigMapping(prefix = "vidnova.reach")
public interface ReachSettings {

  /** Whole days before a trip's first day, to prepare it. */
  @WithDefault("7")
  int daysBeforeTrip();

  /** Whole days after a trip's last day, to complete records and follow up. */
  @WithDefault("30")
  int daysAfterTrip();

  /** How long a record that was opened in an emergency stays open to the medic. */
  @WithDefault("PT24H")
  Duration emergencyAccess();
}
