package ua.vidnova.medical.mds;

import java.util.EnumSet;
import java.util.Set;

/** A column of the daily report. */
public enum Band {
  UNDER_1("<1", AgeBand.UNDER_1, AgeBand.UNDER_1),
  FROM_1_TO_4("1–4", AgeBand.FROM_1_TO_4, AgeBand.FROM_1_TO_4),
  FROM_5_TO_17("5–17", AgeBand.FROM_5_TO_17, AgeBand.FROM_5_TO_17),
  FROM_18_TO_64("18–64", AgeBand.FROM_18_TO_64, AgeBand.FROM_18_TO_64),
  FROM_65("65+", AgeBand.FROM_65, AgeBand.FROM_65),
  UNDER_5("<5", AgeBand.UNDER_1, AgeBand.FROM_1_TO_4),
  FROM_5("≥5", AgeBand.FROM_5_TO_17, AgeBand.FROM_65),
  /** Whoever was seen, of unknown age too. */
  ALL("", AgeBand.UNDER_1, AgeBand.FROM_65);

  private final String label;
  private final Set<AgeBand> ages;

  Band(String label, AgeBand youngest, AgeBand oldest) {
    this.label = label;
    this.ages = EnumSet.range(youngest, oldest);
  }

  /** The years as people write them; empty where age does not matter. */
  public String label() {
    return label;
  }

  /**
   * Tells whether a visit counts here.
   *
   * @param age null when unknown
   */
  public boolean counts(AgeBand age) {
    return this == ALL || (age != null && ages.contains(age));
  }
}
