package ua.vidnova.registry.facts;

import ua.vidnova.registry.review.OpenQuestion;

/** A part of the current view in which one fact stands at a time, and how it may change. */
public enum Slot {
  NAME(Course.CHANGED_BY_ACT, OpenQuestion.Kind.NAME_DISAGREES),
  BIRTH_DATE(Course.NEVER_CHANGES, OpenQuestion.Kind.BIRTH_DATE_DISAGREES),
  SEX(Course.NEVER_CHANGES, OpenQuestion.Kind.SEX_DISAGREES),
  RNOKPP(Course.NUMBER, OpenQuestion.Kind.RNOKPP_DISAGREES),
  UNZR(Course.NEVER_CHANGES, OpenQuestion.Kind.UNZR_DISAGREES),
  RESIDENCE(Course.MOVES, OpenQuestion.Kind.RESIDENCE_DISAGREES),
  REGISTERED_RESIDENCE(Course.MOVES, OpenQuestion.Kind.RESIDENCE_DISAGREES),
  PHONE(Course.LAST_WORD, null),
  EMAIL(Course.LAST_WORD, null),
  PAYMENT_CHANNEL(Course.LAST_WORD, null),
  NO_RUSSIAN_PENSION(Course.LAST_WORD, null);

  /** How the truth about a part goes over time. */
  enum Course {
    /** True from birth: two values cannot both be right. */
    NEVER_CHANGES,
    /** Changes on a day, by an act that a paper proves. */
    CHANGED_BY_ACT,
    /** Given once; before that a person may have none. */
    NUMBER,
    /** Changes with the day on which the person moved. */
    MOVES,
    /** The person's own word, of which the last counts. */
    LAST_WORD
  }

  private final Course course;
  private final OpenQuestion.Kind question;

  Slot(Course course, OpenQuestion.Kind question) {
    this.course = course;
    this.question = question;
  }

  Course course() {
    return course;
  }

  /** What to ask when facts disagree; a {@link Course#LAST_WORD} never does. */
  OpenQuestion.Kind question() {
    return question;
  }

  /** Whether papers of the occupation have no say in it; in a person's own word they are none. */
  boolean isEstablishedByLaw() {
    return course != Course.LAST_WORD;
  }
}
