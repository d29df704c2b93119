package ua.vidnova.bench.people;

import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.registry.names.PersonName;

/**
 * What a person is called, before anybody writes it down.
 *
 * @param father who gives the patronymic; everybody here has one, though not every record tells it
 * @param maiden the surname before marriage; null when it never changed
 */
public record FullName(Surname surname, GivenName given, GivenName father, Surname maiden) {

  public PersonName in(Language language, Sex sex) {
    return write(surname, language, sex);
  }

  /** The name before marriage; the present one for those who kept theirs. */
  public PersonName former(Language language, Sex sex) {
    return write(maiden == null ? surname : maiden, language, sex);
  }

  private PersonName write(Surname family, Language language, Sex sex) {
    return new PersonName(
        family.of(sex, language), given.in(language), father.patronymic(sex, language));
  }
}
