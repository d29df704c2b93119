package ua.vidnova.medical.alert;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How soon somebody should take notice of an alert. */
@ConfigMapping(prefix = "vidnova.alerts")
public interface AlertSettings {

  /** After this time an open alert is counted as late. */
  @WithDefault("PT4H")
  Duration acknowledgeWithin();

  /** How often late ones are counted; read by the scheduler. */
  @WithDefault("1m")
  String countEvery();
}
