package ua.vidnova.registry.cases;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** How cases are kept. */
@ConfigMapping(prefix = "vidnova.cases")
public interface CaseConfig {

  /** Days before the deadline from which a case counts as due soon. */
  @WithDefault("3")
  int dueSoonDays();

  /** How often deadlines are looked at; {@code off} for never. */
  @WithDefault("15m")
  String remindEvery();

  /** How many days a device may have been offline when it hands in a submission. */
  @WithDefault("60")
  int submittedDaysAgoMax();

  /** Most scans of one case. */
  @WithDefault("20")
  int documentsMax();

  /** Address of the gateway as citizens reach it, for the QR code of receipts. */
  @WithDefault("http://localhost:8080")
  URI publicUrl();
}
