package ua.vidnova.bench.people;

import java.time.LocalDate;
import java.util.List;
import ua.vidnova.contracts.identifiers.Sex;

/**
 * An invented person, as they really are.
 *
 * @param number different for everybody of one seed
 * @param rnokpp valid, and of this birth date and sex; whether a record has it is another question
 * @param phone E.164, possibly shared in the household; null when there is none
 * @param settlement КАТОТТГ code
 */
public record Person(
    long number,
    FullName name,
    Sex sex,
    LocalDate birthDate,
    String rnokpp,
    List<Paper> papers,
    String phone,
    String settlement) {

  /** Whether both live together, one being the other included. */
  public boolean isOfSameHouseholdAs(Person other) {
    return number / Population.MEMBERS_MAX == other.number / Population.MEMBERS_MAX;
  }
}
