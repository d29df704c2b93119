package ua.vidnova.bench.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.registry.evidence.DocumentType;
import ua.vidnova.registry.evidence.EvidenceLevel;

/**
 * Invents households one after another; the same seed gives the same people. Old people live alone
 * or in couples, others with children; fathers give patronymics, wives mostly take the surname of
 * their husbands, now and then twins are born and sons are named after their fathers.
 */
public final class Population {
  /** The day on which ages are reckoned; fixed, so that a seed means the same next year. */
  public static final LocalDate AS_OF = LocalDate.of(2026, 1, 1);

  /** Numbers set aside for one household. */
  static final int MEMBERS_MAX = 16;

  private static final int FIRST_PASSPORT_AGE = 14;
  private static final int CARDS_SINCE_BIRTH_YEAR = 2000;
  private static final int CARD_YEARS = 10;

  private final long seed;
  private final Numbers numbers;
  private long household;

  /**
   * @param household where to begin; people of different households never share a number
   * @param serialFrom the first serial of РНОКПП; populations with overlapping ones may share some
   */
  public Population(long seed, long household, int serialFrom) {
    this.seed = seed;
    this.household = household;
    this.numbers = new Numbers(serialFrom);
  }

  /** So many people, households kept together but for the last. Single-threaded. */
  public Stream<Person> people(long count) {
    return Stream.generate(this::nextHousehold).flatMap(List::stream).limit(count);
  }

  /** The people of the next household, one at least. */
  public List<Person> nextHousehold() {
    var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + household);
    var family = new Family(random, household * MEMBERS_MAX);
    household++;
    return family.members();
  }

  /**
   * One person more, in a household of their own, such as a namesake or a twin of somebody.
   *
   * @param phone of whom they share it with; null to give them their own, or none
   */
  public Person oneMore(
      FullName name, Sex sex, LocalDate birth, String settlement, String phone, long choice) {
    long number = household++ * MEMBERS_MAX;
    var random = new SplittableRandom(choice);
    return new Person(
        number,
        name,
        sex,
        birth,
        numbers.rnokpp(birth, sex),
        papers(number, birth, random),
        phone == null ? ownPhone(number, birth, random) : phone,
        settlement);
  }

  private static String ownPhone(long number, LocalDate birth, RandomGenerator random) {
    boolean old = birth.isBefore(AS_OF.minusYears(65));
    boolean child = birth.isAfter(AS_OF.minusYears(12));
    return !child && random.nextDouble() < (old ? 0.65 : 0.85) ? Numbers.phone(number) : null;
  }

  private static List<Paper> papers(long number, LocalDate birth, RandomGenerator random) {
    var papers = new ArrayList<Paper>();
    papers.add(identifyingPaper(number, birth, random));
    if (random.nextDouble() < 0.15) {
      papers.add(
          new Paper(
              DocumentType.OTHER,
              Numbers.occupationPassport(number),
              null,
              null,
              EvidenceLevel.OCCUPATION_ISSUED));
    }
    return papers;
  }

  private static Paper identifyingPaper(long number, LocalDate birth, RandomGenerator random) {
    if (birth.isAfter(AS_OF.minusYears(FIRST_PASSPORT_AGE))) {
      return paper(DocumentType.BIRTH_CERTIFICATE, Numbers.birthCertificate(number), birth, null);
    }
    if (birth.getYear() >= CARDS_SINCE_BIRTH_YEAR || random.nextDouble() < 0.15) {
      var issued = AS_OF.minusDays(random.nextInt(1, 3000));
      return paper(
          DocumentType.NATIONAL_ID, Numbers.card(number), issued, issued.plusYears(CARD_YEARS));
    }
    var issued = LocalDate.of(1994, 1, 1).plusDays(random.nextInt(8000));
    var grownUp = birth.plusYears(16);
    return paper(
        DocumentType.PASSPORT,
        Numbers.passport(number),
        issued.isBefore(grownUp) ? grownUp : issued,
        null);
  }

  private static Paper paper(
      DocumentType type, String number, LocalDate issued, LocalDate expires) {
    return new Paper(type, number, issued, expires, EvidenceLevel.ORIGINAL);
  }

  private final class Family {
    private final RandomGenerator random;
    private final long firstNumber;
    private final String settlement;
    private final Surname surname;
    private final List<Person> members = new ArrayList<>();

    Family(RandomGenerator random, long firstNumber) {
      this.random = random;
      this.firstNumber = firstNumber;
      settlement = Settlements.any(random);
      surname = Names.surname(random);
    }

    List<Person> members() {
      double kind = random.nextDouble();
      if (kind < 0.30) {
        alone(random.nextDouble() < 0.7 ? Sex.FEMALE : Sex.MALE, age(62, 92));
      } else if (kind < 0.45) {
        couple(age(60, 85));
      } else if (kind < 0.60) {
        alone(random.nextBoolean() ? Sex.FEMALE : Sex.MALE, age(20, 60));
      } else {
        parentsWithChildren(kind < 0.85);
      }
      return members;
    }

    private void alone(Sex sex, int age) {
      boolean tookName = sex == Sex.FEMALE && random.nextDouble() < 0.75;
      add(
          sex,
          surname,
          tookName ? Names.surname(random) : null,
          Names.given(Sex.MALE, random),
          born(age));
    }

    private Person couple(int age) {
      var father = Names.given(Sex.MALE, random);
      var husband = add(Sex.MALE, surname, null, father, born(age));
      boolean tookName = random.nextDouble() < 0.9;
      var own = Names.surname(random);
      add(
          Sex.FEMALE,
          tookName ? surname : own,
          tookName ? own : null,
          Names.given(Sex.MALE, random),
          born(Math.max(18, age - random.nextInt(-2, 7))));
      return husband;
    }

    private void parentsWithChildren(boolean together) {
      int age = age(24, 58);
      GivenName father;
      if (together) {
        father = couple(age).name().given();
      } else {
        father = Names.given(Sex.MALE, random);
        alone(Sex.FEMALE, age);
      }
      int youngest = Math.max(0, age - 42);
      int eldest = age - 20;
      for (int children = random.nextInt(1, 4); children > 0; children--) {
        var birth = born(random.nextInt(youngest, eldest + 1));
        child(father, birth);
        if (random.nextDouble() < 0.015) {
          child(father, birth);
        }
      }
    }

    private void child(GivenName father, LocalDate birth) {
      var sex = random.nextBoolean() ? Sex.MALE : Sex.FEMALE;
      var given = Names.given(sex, random);
      if (sex == Sex.MALE && random.nextDouble() < 0.03) {
        given = father;
      }
      while (isTwinCalled(given, birth)) {
        given = Names.given(sex, random);
      }
      add(sex, new FullName(surname, given, father, null), birth);
    }

    private boolean isTwinCalled(GivenName given, LocalDate birth) {
      return members.stream()
          .anyMatch(
              member -> member.birthDate().equals(birth) && member.name().given().equals(given));
    }

    private Person add(Sex sex, Surname family, Surname maiden, GivenName father, LocalDate birth) {
      return add(sex, new FullName(family, Names.given(sex, random), father, maiden), birth);
    }

    private Person add(Sex sex, FullName name, LocalDate birth) {
      var person =
          new Person(
              firstNumber + members.size(),
              name,
              sex,
              birth,
              numbers.rnokpp(birth, sex),
              papers(firstNumber + members.size(), birth, random),
              phone(birth),
              settlement);
      members.add(person);
      return person;
    }

    private String phone(LocalDate birth) {
      double sharing = birth.isAfter(AS_OF.minusYears(12)) ? 0.4 : 0.15;
      return !members.isEmpty() && random.nextDouble() < sharing
          ? members.getFirst().phone()
          : ownPhone(firstNumber + members.size(), birth, random);
    }

    private LocalDate born(int age) {
      return AS_OF.minusYears(age).minusDays(random.nextInt(1, 365));
    }

    private int age(int from, int to) {
      return random.nextInt(from, to);
    }
  }
}
