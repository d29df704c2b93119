package ua.vidnova.registry.imports;

import java.util.Optional;
import java.util.UUID;

/**
 * Decides what a line is to the registry. A number with a check digit, with the birth date and sex
 * inside it, beside the same name is exact evidence of one person: such a line becomes a further
 * statement about a resident who is there. Everything less makes a listed resident of its own, whom
 * the matcher compares with others and a person decides about.
 */
final class ListedLineRules {

  private ListedLineRules() {}

  /** A line of the same key that was taken before. */
  record Taken(UUID residentId, UUID samePerson, UUID facts) {}

  /** A resident who has the line's РНОКПП and name. */
  record Holder(UUID residentId) {}

  /** What becomes of a line. */
  sealed interface Fate {

    /** It makes a listed resident. */
    record Added() implements Fate {}

    /** It is the list's first statement about a resident who is there. */
    record Attached(UUID residentId) implements Fate {}

    /** It says other things of the same person than the list did before. */
    record Restated(UUID residentId) implements Fate {}

    /** The list said the same before. */
    record Unchanged() implements Fate {}

    /** Its number stands in the list with another person. */
    record Refused() implements Fate {}
  }

  /**
   * Decides.
   *
   * @param taken the line of the same key, in this or an earlier file of the list
   * @param holder the resident with the same РНОКПП and name
   */
  static Fate decide(ListedLine line, Optional<Taken> taken, Optional<Holder> holder) {
    if (taken.isPresent()) {
      return decideKnown(line, taken.get());
    }
    return holder
        .<Fate>map(known -> new Fate.Attached(known.residentId()))
        .orElse(new Fate.Added());
  }

  private static Fate decideKnown(ListedLine line, Taken taken) {
    if (line.facts().equals(taken.facts())) {
      return new Fate.Unchanged();
    }
    return line.samePerson().equals(taken.samePerson())
        ? new Fate.Restated(taken.residentId())
        : new Fate.Refused();
  }
}
