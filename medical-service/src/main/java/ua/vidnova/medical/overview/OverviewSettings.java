package ua.vidnova.medical.overview;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;

/** For how long what a visit said is still worth a warning. */
@ConfigMapping(prefix = "vidnova.overview")
public interface OverviewSettings {

  /** How long before a person's medicine ends it counts as running out. */
  @WithDefault("P14D")
  Period medicineEndsWithin();

  /** How long before its day a later visit fulfils a follow-up. */
  @WithDefault("P7D")
  Period followUpEarlyMax();

  /** How long a pregnancy can last after it was noted: 42 weeks. */
  @WithDefault("P294D")
  Period pregnancyMax();
}
