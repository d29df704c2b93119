package ua.vidnova.payments.correction;

/** What came of stating or deciding a correction. */
public sealed interface CorrectionOutcome {

  /** It was proposed, applied or refused. */
  record Done(AwardCorrection correction) implements CorrectionOutcome {}

  /** Not there, or not the caller's to see. */
  record NotFound() implements CorrectionOutcome {}

  /** It was decided before. */
  record NotNow(AwardCorrection.State state) implements CorrectionOutcome {}

  /** Whoever stated it does not approve it. */
  record SamePerson() implements CorrectionOutcome {}

  /** A fact cannot be. */
  record Faulty(String field, String code, String message) implements CorrectionOutcome {}

  /** It cannot be stated or applied as things stand. */
  record Refused(Obstacle obstacle) implements CorrectionOutcome {}

  /** What is in the way. */
  enum Obstacle {
    NOTHING_DIFFERS("nothing-differs", "These facts are known"),
    ANOTHER_PROPOSED("another-proposed", "Another correction of this award is not decided yet"),
    AWARD_STOPPED("award-stopped", "The award is stopped; nothing is paid from it any more"),
    CASE_PROPOSED(
        "case-proposed", "A resumption was proposed from the former facts; decide it first"),
    LAW_MISSING("law-missing", "A value of law that the months need is not loaded");

    private final String code;
    private final String title;

    Obstacle(String code, String title) {
      this.code = code;
      this.title = title;
    }

    public String code() {
      return code;
    }

    public String title() {
      return title;
    }
  }
}
