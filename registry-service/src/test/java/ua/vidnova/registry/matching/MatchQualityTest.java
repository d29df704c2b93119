package ua.vidnova.registry.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import ua.vidnova.contracts.identifiers.Rnokpp;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.registry.TestPeople;
import ua.vidnova.registry.names.PersonName;

/**
 * A guard against getting worse, not the measure: pairs made from a few spellings written down by
 * hand. The measure is {@code ./vidnova bench matching}, whose people this code has never seen.
 */
class MatchQualityTest {

  private static final int PAIRS_PER_CLASS = 400;

  /** Ukrainian, Russian, Latin; then the patronymics of sons and daughters. */
  private static final String[][] MEN = {
    {
      "Олександр",
      "Александр",
      "Oleksandr",
      "Олександрович Олександрівна",
      "Александрович Александровна"
    },
    {"Сергій", "Сергей", "Sergey", "Сергійович Сергіївна", "Сергеевич Сергеевна"},
    {
      "Володимир",
      "Владимир",
      "Volodymyr",
      "Володимирович Володимирівна",
      "Владимирович Владимировна"
    },
    {"Микола", "Николай", "Mykola", "Миколайович Миколаївна", "Николаевич Николаевна"},
    {"Василь", "Василий", "Vasyl", "Васильович Василівна", "Васильевич Васильевна"},
    {"Іван", "Иван", "Ivan", "Іванович Іванівна", "Иванович Ивановна"},
    {"Михайло", "Михаил", "Mikhail", "Михайлович Михайлівна", "Михайлович Михайловна"},
    {"Олексій", "Алексей", "Alexey", "Олексійович Олексіївна", "Алексеевич Алексеевна"},
    {"Дмитро", "Дмитрий", "Dmitry", "Дмитрович Дмитрівна", "Дмитриевич Дмитриевна"},
    {"Юрій", "Юрий", "Yuriy", "Юрійович Юріївна", "Юрьевич Юрьевна"},
    {"Григорій", "Григорий", "Hryhorii", "Григорович Григорівна", "Григорьевич Григорьевна"},
    {"Петро", "Петр", "Petro", "Петрович Петрівна", "Петрович Петровна"}
  };

  private static final String[][] WOMEN = {
    {"Олена", "Елена", "Olena"}, {"Наталія", "Наталья", "Natalya"},
    {"Тетяна", "Татьяна", "Tetiana"}, {"Світлана", "Светлана", "Svitlana"},
    {"Ганна", "Анна", "Hanna"}, {"Ірина", "Ирина", "Iryna"},
    {"Катерина", "Екатерина", "Kateryna"}, {"Марія", "Мария", "Mariya"},
    {"Людмила", "Людмила", "Liudmyla"}, {"Ольга", "Ольга", "Olha"},
    {"Галина", "Галина", "Halyna"}, {"Оксана", "Оксана", "Oksana"}
  };

  private static final String[][] FAMILIES = {
    {"Шевченко", "Шевченко", "Shevchenko"}, {"Коваленко", "Коваленко", "Kovalenko"},
    {"Лебідь", "Лебедь", "Lebid"}, {"Гриценко", "Гриценко", "Hrytsenko"},
    {"Мельник", "Мельник", "Melnyk"}, {"Дем’яненко", "Демьяненко", "Demianenko"},
    {"Їжакевич", "Ижакевич", "Yizhakevych"}, {"Щербина", "Щербина", "Shcherbyna"},
    {"Кириченко", "Кириченко", "Kyrychenko"}, {"Ткачук", "Ткачук", "Tkachuk"},
    {"Бабич", "Бабич", "Babych"}, {"Сірко", "Сирко", "Sirko"},
    {"Гайдамака", "Гайдамака", "Haidamaka"}, {"Зінченко", "Зинченко", "Zinchenko"},
    {"Приходько", "Приходько", "Prykhodko"}, {"Швець", "Швец", "Shvets"}
  };

  private final Random random = new Random(20261122);
  private final Matcher matcher = Matcher.withShippedWeights();
  private final List<String> classes = new ArrayList<>();
  private long truePositive;
  private long falsePositive;
  private long falseNegative;
  private long falseLinks;

  /** A person by the rows of the tables above. */
  private record Person(int family, int given, int father, Sex sex, LocalDate birth, String phone) {

    MatchProfile written(int script) {
      var names = sex == Sex.MALE ? MEN : WOMEN;
      var forms = MEN[father][script == 0 ? 3 : 4].split(" ");
      return new MatchProfile(
          UUID.randomUUID(),
          new PersonName(
              FAMILIES[family][script], names[given][script], forms[sex == Sex.MALE ? 0 : 1]),
          List.of(),
          PartialDate.of(birth),
          sex,
          Rnokpp.of(birth, (family * 31 + given * 7 + father) % 4_999, sex == Sex.MALE),
          List.of(),
          phone,
          TestPeople.ALCHEVSK);
    }
  }

  @Test
  void the_shipped_weights_keep_people_together_and_apart() {
    same("Russian", (p, r) -> p.written(1));
    same("Latin", (p, r) -> p.written(2));
    same("Russian, no number", (p, r) -> Profiles.numbered(p.written(1), null));
    same("slip", (p, r) -> Profiles.numbered(slip(p.written(0)), null));
    same("slip in Russian", (p, r) -> Profiles.numbered(slip(p.written(1)), null));
    same("swapped day and month", (p, r) -> bare(p, swapped(p.birth())));
    same("digit of the date", (p, r) -> bare(p, digit(p.birth())));
    same("year only", (p, r) -> bare(p, new PartialDate(p.birth().getYear(), null, null)));
    same("maiden name, not told", (p, r) -> married(p, false));
    same("maiden name, told", (p, r) -> married(p, true));
    other(
        "twin",
        (p, r) ->
            new Person(p.family(), next(p.given()), p.father(), p.sex(), p.birth(), p.phone()));
    other(
        "namesake",
        (p, r) -> new Person(p.family(), p.given(), p.father(), p.sex(), birth(), phone()));
    other(
        "cousin of one home",
        (p, r) -> new Person(p.family(), p.given(), p.father(), p.sex(), birth(), p.phone()));
    other(
        "child",
        (p, r) ->
            new Person(
                p.family(),
                p.given(),
                p.given(),
                p.sex(),
                p.birth().plusYears(24).plusDays(r.nextInt(300) + 9),
                p.phone()));
    other(
        "sibling",
        (p, r) ->
            new Person(
                p.family(),
                next(p.given()),
                p.father(),
                p.sex(),
                p.birth().plusDays(400 + r.nextInt(3_000)),
                p.phone()));
    other("stranger", (p, r) -> person());

    var precision = truePositive / (double) (truePositive + falsePositive);
    var recall = truePositive / (double) (truePositive + falseNegative);
    assertThat(falseLinks).as("false links").isZero();
    assertThat(2 * precision * recall / (precision + recall)).as("%s", classes).isGreaterThan(0.98);
  }

  private void same(String name, BiFunction<Person, Random, MatchProfile> record) {
    var missed = 0;
    for (int i = 0; i < PAIRS_PER_CLASS; i++) {
      var person = person();
      var band = matcher.compare(person.written(0), record.apply(person, random)).band();
      missed += band == Band.DISTINCT ? 1 : 0;
    }
    truePositive += PAIRS_PER_CLASS - missed;
    falseNegative += missed;
    classes.add(name + ": missed " + missed);
  }

  private void other(String name, BiFunction<Person, Random, Person> rival) {
    var mistaken = 0;
    for (int i = 0; i < PAIRS_PER_CLASS; i++) {
      var person = person();
      var one = Profiles.numbered(person.written(0), null);
      var band = matcher.compare(one, rival.apply(person, random).written(0)).band();
      mistaken += band == Band.DISTINCT ? 0 : 1;
      falseLinks += band == Band.LINK ? 1 : 0;
    }
    falsePositive += mistaken;
    classes.add(name + ": mistaken " + mistaken);
  }

  private MatchProfile married(Person p, boolean told) {
    var named =
        new Person(
            (p.family() + 5) % FAMILIES.length, p.given(), p.father(), p.sex(), p.birth(), phone());
    if (p.sex() == Sex.MALE) {
      return bare(p, PartialDate.of(p.birth()));
    }
    var record = Profiles.numbered(named.written(0), null);
    return told ? Profiles.formerly(record, FAMILIES[p.family()][0]) : record;
  }

  private static MatchProfile bare(Person p, PartialDate birth) {
    return Profiles.numbered(Profiles.born(p.written(0), birth), null);
  }

  private MatchProfile slip(MatchProfile p) {
    var name = p.name();
    return new MatchProfile(
        p.id(),
        new PersonName(exchanged(name.family()), name.given(), name.patronymic()),
        p.otherNames(),
        p.birthDate(),
        p.sex(),
        p.rnokpp(),
        p.documents(),
        p.phone(),
        p.settlement());
  }

  private String exchanged(String word) {
    var at = 1 + random.nextInt(word.length() - 2);
    return word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
  }

  private static PartialDate swapped(LocalDate date) {
    return date.getDayOfMonth() > 12
        ? digit(date)
        : new PartialDate(date.getYear(), date.getDayOfMonth(), date.getMonthValue());
  }

  private static PartialDate digit(LocalDate date) {
    return PartialDate.of(date.getYear() >= 1970 ? date.minusYears(10) : date.plusYears(10));
  }

  private static int next(int given) {
    return (given + 1) % MEN.length;
  }

  private Person person() {
    return new Person(
        random.nextInt(FAMILIES.length),
        random.nextInt(MEN.length),
        random.nextInt(MEN.length),
        random.nextBoolean() ? Sex.MALE : Sex.FEMALE,
        birth(),
        phone());
  }

  private LocalDate birth() {
    return LocalDate.of(1935, 1, 1).plusDays(random.nextInt(25_000));
  }

  private String phone() {
    return random.nextInt(3) == 0 ? null : "+38050%07d".formatted(random.nextInt(10_000_000));
  }
}
