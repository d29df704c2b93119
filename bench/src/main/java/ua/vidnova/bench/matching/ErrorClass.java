package ua.vidnova.bench.matching;

import java.util.function.BiFunction;
import java.util.function.Predicate;
import ua.vidnova.bench.people.Person;
import ua.vidnova.bench.people.Population;

/**
 * A way in which recognising people goes wrong. Each class has pairs of records of one person and
 * as many pairs of two people: in classes of errors those who resemble each other by chance, in
 * classes of relatives the relatives.
 */
@SuppressWarnings("ImmutableEnumChecker") // functions without state
enum ErrorClass {
  CLEAN("the second record differs only in what it leaves out", Corruptions::nothing),
  RUSSIAN("Ukrainian on file, Russian at the door", Corruptions::inRussian),
  RUSSIAN_BY_EAR("Russian sounds in Ukrainian letters", Corruptions::inRussianByEar),
  LATIN_UKRAINIAN("Latin by one of four Ukrainian tables", Corruptions::inLatinFromUkrainian),
  LATIN_RUSSIAN("Latin by one of three Russian tables", Corruptions::inLatinFromRussian),
  LOOK_ALIKES("Latin shapes in Cyrillic, apostrophes, capitals", Corruptions::lookAlikes),
  INITIALS("given name and patronymic by their first letters", Corruptions::initials),
  PATRONYMIC("left out, Russian, the father's name, as spoken", Corruptions::patronymicForm),
  MAIDEN_NAME(
      "the surname before marriage",
      Corruptions::maidenName,
      person -> person.name().maiden() != null),
  SWAPPED_NAMES("parts of the name in each other's place", Corruptions::swappedNames),
  TYPO("one or two slips of the hand in the name", Corruptions::typo),
  MISHEARD("a sound of the name heard as another", Corruptions::misheard),
  DATE_SLIP("day and month exchanged, or a digit wrong", Corruptions::dateSlip),
  YEAR_ONLY("birth known by year, at times by month", Corruptions::yearOnly),
  MISSING_NUMBER("no number, no paper, no telephone", Corruptions::missingNumber),
  MOVED_AWAY("the same, and another settlement", Corruptions::movedAway),
  FEBRL_LIKE("one to three mixed mistakes in a record", FebrlLike::spoil),
  TWINS("twins", Relatives::twin),
  SIBLINGS("brothers and sisters", Relatives::sibling),
  PARENT_AND_CHILD("father and son, mother and daughter", Relatives::child, ErrorClass::isGrownUp),
  NAMESAKES("same full name, another birth date", Relatives::namesake),
  COUSINS("same surname, given name and birth year", Relatives::cousin);

  private final String tells;
  private final Corruption corruption;
  private final Predicate<Person> fits;
  private final BiFunction<Relatives, Person, Person> relative;

  ErrorClass(String tells, Corruption corruption) {
    this(tells, corruption, person -> true);
  }

  ErrorClass(String tells, Corruption corruption, Predicate<Person> fits) {
    this(tells, corruption, fits, null);
  }

  ErrorClass(String tells, BiFunction<Relatives, Person, Person> relative) {
    this(tells, relative, person -> true);
  }

  ErrorClass(String tells, BiFunction<Relatives, Person, Person> relative, Predicate<Person> fits) {
    this(tells, Corruptions::nothing, fits, relative);
  }

  ErrorClass(
      String tells,
      Corruption corruption,
      Predicate<Person> fits,
      BiFunction<Relatives, Person, Person> relative) {
    this.tells = tells;
    this.corruption = corruption;
    this.fits = fits;
    this.relative = relative;
  }

  /** What happens in it, in a few words. */
  String tells() {
    return tells;
  }

  Corruption corruption() {
    return corruption;
  }

  /** Whether it can happen to this person. */
  boolean fits(Person person) {
    return fits.test(person);
  }

  /** Whether its pairs of two people are relatives and not people who resemble by chance. */
  boolean isOfRelatives() {
    return relative != null;
  }

  /** The relative of this person. */
  Person relative(Person person, Relatives relatives) {
    return relative.apply(relatives, person);
  }

  private static boolean isGrownUp(Person person) {
    return person.birthDate().isBefore(Population.AS_OF.minusYears(20));
  }
}
