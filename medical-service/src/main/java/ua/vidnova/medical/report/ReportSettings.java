package ua.vidnova.medical.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Bounds of the daily report. */
@ConfigMapping(prefix = "vidnova.daily-report")
public interface ReportSettings {

  /** Longest span of days in one report. */
  @WithDefault("1096")
  int daysMax();

  /**
   * Fewest visits of a protection item (47 to 50) that everyone who may read the report sees; fewer
   * are shown to protection officers alone.
   */
  @WithDefault("5")
  int protectionCountMin();

  /**
   * Fewest consultations of a report of which everyone who may read it sees what was found and done
   * (items 2 to 46); of fewer, those who treat people and protection officers alone.
   */
  @WithDefault("5")
  int consultationsMin();
}
