package ua.vidnova.medical.mds;

/** Completed years of age at a visit, as the daily report counts the people seen. */
public enum AgeBand {
  UNDER_1,
  FROM_1_TO_4,
  FROM_5_TO_17,
  FROM_18_TO_64,
  FROM_65
}
