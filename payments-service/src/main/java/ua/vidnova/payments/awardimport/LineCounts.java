package ua.vidnova.payments.awardimport;

/**
 * What came of the lines of a file; each is counted once.
 *
 * @param accepted became an award
 * @param unchanged says what is known already
 * @param refused says nothing that can be kept
 */
public record LineCounts(int accepted, int unchanged, int refused) {

  static final LineCounts NONE = new LineCounts(0, 0, 0);

  LineCounts plus(LineCounts other) {
    return new LineCounts(
        accepted + other.accepted, unchanged + other.unchanged, refused + other.refused);
  }
}
