package ua.vidnova.medical.mds;

import java.util.List;

/** By what the visits of an item are counted. */
public enum Tally {
  FIVE_AGES(Band.UNDER_1, Band.FROM_1_TO_4, Band.FROM_5_TO_17, Band.FROM_18_TO_64, Band.FROM_65),
  TWO_AGES(Band.UNDER_5, Band.FROM_5),
  FROM_5_ONLY(Band.FROM_5),
  TOTAL(Band.ALL);

  private final List<Band> bands;

  Tally(Band... bands) {
    this.bands = List.of(bands);
  }

  public List<Band> bands() {
    return bands;
  }
}
