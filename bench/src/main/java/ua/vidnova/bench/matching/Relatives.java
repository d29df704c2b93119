package ua.vidnova.bench.matching;

import java.time.LocalDate;
import java.util.random.RandomGenerator;
import ua.vidnova.bench.people.FullName;
import ua.vidnova.bench.people.GivenName;
import ua.vidnova.bench.people.Names;
import ua.vidnova.bench.people.Person;
import ua.vidnova.bench.people.Population;
import ua.vidnova.bench.people.Settlements;
import ua.vidnova.contracts.identifiers.Sex;

/** People who are easily taken for another one, and are not. */
final class Relatives {
  /** Pairs of one sex are the ones hard to tell apart. */
  private static final double SAME_SEX = 0.75;

  private static final double SHARED_PHONE = 0.3;

  private final Population population;
  private final RandomGenerator random;

  Relatives(Population population, RandomGenerator random) {
    this.population = population;
    this.random = random;
  }

  /** Born on the same day to the same parents, living together, with a given name of their own. */
  Person twin(Person of) {
    return ofSameParents(of, of.birthDate());
  }

  /** A brother or sister, one to eight years apart, living together. */
  Person sibling(Person of) {
    int days = random.nextInt(300, 3000);
    var later = of.birthDate().plusDays(days);
    return ofSameParents(
        of,
        random.nextBoolean() && later.isBefore(Population.AS_OF)
            ? later
            : of.birthDate().minusDays(days));
  }

  /** A grown-up's son or daughter at home; one son in four is named after his father. */
  Person child(Person of) {
    var sex = sex(of);
    boolean son = sex == Sex.MALE && of.sex() == Sex.MALE;
    var father = of.sex() == Sex.MALE ? of.name().given() : Names.given(Sex.MALE, random);
    var given = son && random.nextInt(4) == 0 ? father : Names.given(sex, random);
    var name = new FullName(of.name().surname(), given, father, null);
    int youngest = 18 * 365;
    int oldest =
        Math.min(42 * 365, (int) (Population.AS_OF.toEpochDay() - of.birthDate().toEpochDay()));
    return at(of, name, sex, of.birthDate().plusDays(random.nextInt(youngest, oldest)));
  }

  /** Called exactly the same, born on another day, one in four within half a year. */
  Person namesake(Person of) {
    int range = random.nextInt(4) == 0 ? 180 : 15_000;
    int days = random.nextInt(1, range);
    var later = of.birthDate().plusDays(days);
    var birth =
        random.nextBoolean() && later.isBefore(Population.AS_OF)
            ? later
            : of.birthDate().minusDays(days);
    var settlement = random.nextInt(3) == 0 ? of.settlement() : Settlements.any(random);
    return population.oneMore(
        of.name(), of.sex(), notTooEarly(birth), settlement, null, random.nextLong());
  }

  /** Surname and given name the same, another patronymic, born in the same year: a cousin. */
  Person cousin(Person of) {
    GivenName father;
    do {
      father = Names.given(Sex.MALE, random);
    } while (father.equals(of.name().father()));
    var name = new FullName(of.name().surname(), of.name().given(), father, null);
    var birth = of.birthDate().withDayOfYear(random.nextInt(1, 366));
    return population.oneMore(name, of.sex(), birth, of.settlement(), null, random.nextLong());
  }

  private Person ofSameParents(Person of, LocalDate birth) {
    var sex = sex(of);
    GivenName given;
    do {
      given = Names.given(sex, random);
    } while (given.equals(of.name().given()));
    var own = of.name().maiden() == null ? of.name().surname() : of.name().maiden();
    return at(of, new FullName(own, given, of.name().father(), null), sex, birth);
  }

  private Person at(Person home, FullName name, Sex sex, LocalDate birth) {
    return population.oneMore(
        name,
        sex,
        notTooEarly(birth),
        home.settlement(),
        random.nextDouble() < SHARED_PHONE ? home.phone() : null,
        random.nextLong());
  }

  private Sex sex(Person of) {
    Sex other = of.sex() == Sex.MALE ? Sex.FEMALE : Sex.MALE;
    return random.nextDouble() < SAME_SEX ? of.sex() : other;
  }

  private static LocalDate notTooEarly(LocalDate birth) {
    var first = LocalDate.of(1905, 1, 1);
    return birth.isBefore(first) ? first : birth;
  }
}
