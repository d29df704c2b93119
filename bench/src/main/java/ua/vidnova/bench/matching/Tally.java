package ua.vidnova.bench.matching;

import java.util.EnumMap;
import java.util.Map;
import ua.vidnova.registry.matching.Band;

/**
 * Decisions on labelled pairs, counted. A pair counts as found when it comes to a person's eyes:
 * band REVIEW or LINK. Found pairs of two people are the false ones.
 */
final class Tally {
  private final Map<Band, Long> samePeople = new EnumMap<>(Band.class);
  private final Map<Band, Long> twoPeople = new EnumMap<>(Band.class);
  private long samePeopleBare;
  private long foundBare;

  /**
   * Counts one decision.
   *
   * @param bare whether the two records share no number, so that names, dates and places decide
   */
  void add(boolean same, Band band, boolean bare) {
    counts(same).merge(band, 1L, Long::sum);
    if (same && bare) {
      samePeopleBare++;
      foundBare += band == Band.DISTINCT ? 0 : 1;
    }
  }

  void addAll(Tally other) {
    other.samePeople.forEach((band, count) -> samePeople.merge(band, count, Long::sum));
    other.twoPeople.forEach((band, count) -> twoPeople.merge(band, count, Long::sum));
    samePeopleBare += other.samePeopleBare;
    foundBare += other.foundBare;
  }

  long count(boolean same, Band band) {
    return counts(same).getOrDefault(band, 0L);
  }

  long count(boolean same) {
    return count(same, Band.LINK) + count(same, Band.REVIEW) + count(same, Band.DISTINCT);
  }

  /** Of the pairs found, the share that are one person; 1 when none was found. */
  double precision() {
    return share(found(true), found(true) + found(false));
  }

  /** Of the pairs of one person, the share found. */
  double recall() {
    return share(found(true), count(true));
  }

  /** Recall among pairs that share no number. */
  double recallBare() {
    return share(foundBare, samePeopleBare);
  }

  /** Of the pairs of one person, the share linked without doubt. */
  double linked() {
    return share(count(true, Band.LINK), count(true));
  }

  /** The harmonic mean of precision and recall. */
  double f1() {
    long wrong = found(false) + count(true) - found(true);
    return share(2 * found(true), 2 * found(true) + wrong);
  }

  long falseLinks() {
    return count(false, Band.LINK);
  }

  private long found(boolean same) {
    return count(same, Band.LINK) + count(same, Band.REVIEW);
  }

  private Map<Band, Long> counts(boolean same) {
    return same ? samePeople : twoPeople;
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 1 : (double) part / whole;
  }
}
