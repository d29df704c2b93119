package ua.vidnova.payments.review;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When the daily review is held, and what it watches. */
@ConfigMapping(prefix = "vidnova.payments.review")
public interface ReviewConfig {

  /** Cron expression in Kyiv's time; {@code off} for never. */
  @WithDefault("0 30 3 * * ?")
  String cron();

  /** How often the number of late resumptions is counted for the alarm; {@code off} for never. */
  @WithDefault("5m")
  String countEvery();

  /** Days before its deadline from which a resumption counts as due soon. */
  @WithDefault("3")
  int dueSoonDays();
}
