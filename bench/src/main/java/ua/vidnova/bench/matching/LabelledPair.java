package ua.vidnova.bench.matching;

/** Two records, and whether they are truly of one person. */
record LabelledPair(Draft onFile, Draft atTheDoor, boolean same) {

  /** Whether they share no number, so that names, dates and places decide. */
  boolean isBare() {
    return !onFile.sharesNumberWith(atTheDoor);
  }
}
