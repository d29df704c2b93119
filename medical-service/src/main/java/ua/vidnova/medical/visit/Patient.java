package ua.vidnova.medical.visit;

import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.medical.resident.Person;

/**
 * The person of a visit, as far as rules need to know them.
 *
 * @param sex empty while nobody knows
 * @param ageYears full years on the day of the visit; empty while nobody knows
 * @param bornOn empty while nobody knows the day itself
 */
record Patient(Optional<Sex> sex, Optional<Integer> ageYears, Optional<LocalDate> bornOn) {

  /** The known identity first, then what the medic saw. */
  static Patient of(Person person, VisitFacts facts) {
    var sex = person.sex();
    var age =
        person
            .birthDate()
            .filter(born -> !born.isAfter(facts.startedOn()))
            .map(born -> Period.between(born, facts.startedOn()).getYears());
    return new Patient(
        sex.or(() -> Optional.ofNullable(facts.seen().sex())),
        age.or(() -> Optional.ofNullable(facts.seen().ageYears())),
        person.birthDate().filter(born -> person.birthDateIsKnown()));
  }

  /**
   * The facts with sex and age: as identified, whatever the medic guessed; else as the medic said,
   * or as the person looked before.
   */
  VisitFacts describedIn(VisitFacts facts) {
    return bornOn.isPresent() || facts.seen().sex() == null
        ? facts.seenAs(sex.orElse(null), ageYears.orElse(null))
        : facts;
  }

  /**
   * True when a visit that is handed in again says what was recorded. Sex and age need not be said;
   * an age beside a known day of birth was a guess, of which only the known age was recorded.
   */
  boolean isRepeated(VisitFacts recorded, VisitFacts again, VisitLimits limits) {
    var seen = recorded.seen();
    return mayHaveBeen(again.seen(), seen, limits)
        && recorded.equals(again.seenAs(seen.sex(), seen.ageYears()));
  }

  private boolean mayHaveBeen(Seen said, Seen recorded, VisitLimits limits) {
    if (said.sex() == null || said.ageYears() == null || recorded.ageYears() == null) {
      return said.sex() == null && said.ageYears() == null;
    }
    var tolerance = bornOn.isPresent() ? limits.ageToleranceYears() : 0;
    return said.sex() == recorded.sex()
        && Math.abs(said.ageYears() - recorded.ageYears()) <= tolerance;
  }
}
