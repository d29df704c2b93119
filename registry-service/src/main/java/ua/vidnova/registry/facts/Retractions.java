package ua.vidnova.registry.facts;

import java.util.ArrayList;
import java.util.List;

/** Which facts were taken back. A retraction can itself be taken back by a later one. */
record Retractions(List<StatedFact> effective) {

  /**
   * Finds those that count.
   *
   * @param stated oldest first
   */
  static Retractions among(List<StatedFact> stated) {
    var effective = new ArrayList<StatedFact>();
    for (var one : stated.reversed()) {
      if (one.fact() instanceof Fact.Retraction && !new Retractions(effective).voids(one)) {
        effective.add(one);
      }
    }
    return new Retractions(effective);
  }

  boolean voids(StatedFact stated) {
    return effective.stream().anyMatch(one -> isAbout((Fact.Retraction) one.fact(), stated));
  }

  static boolean isAbout(Fact.Retraction retraction, StatedFact stated) {
    return retraction.statementId().equals(stated.statementId())
        && (retraction.fact() == null || retraction.fact() == stated.fact().kind())
        && (retraction.number() == null
            || (stated.fact() instanceof Fact.Document paper
                && retraction.number().equals(paper.number())));
  }
}
