package ua.vidnova.bench.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ua.vidnova.bench.people.Language;
import ua.vidnova.bench.people.LatinTable;
import ua.vidnova.bench.people.Person;
import ua.vidnova.bench.people.Weighted;
import ua.vidnova.bench.people.Weighted.Entry;

/** What registrars type into the search box: mostly names, in any spelling, at times numbers. */
final class Questions {
  private static final Weighted<Kind> KINDS =
      Weighted.of(Stream.of(Kind.values()).map(kind -> new Entry<>(kind, kind.weight)).toList());

  private final RandomGenerator random;
  private final List<Person> people;

  /**
   * @param people who are asked for; they are registered
   */
  Questions(List<Person> people, RandomGenerator random) {
    this.people = people;
    this.random = random;
  }

  /** A kind of question, and how often it is asked, in hundredths. */
  enum Kind {
    SURNAME_BEGINNING(15),
    SURNAME(10),
    SURNAME_AND_GIVEN(25),
    RUSSIAN(10),
    LATIN(10),
    SLIP(5),
    NUMBER(10),
    PHONE(5),
    BIRTH_DATE(5),
    NOBODY(5);

    private final int weight;

    Kind(int weight) {
      this.weight = weight;
    }
  }

  /** One question, as the address that asks it. */
  record Question(Kind kind, String path) {}

  List<Question> next(int count) {
    return IntStream.range(0, count).mapToObj(i -> next()).toList();
  }

  private Question next() {
    var kind = KINDS.any(random);
    var person = people.get(random.nextInt(people.size()));
    if (kind == Kind.PHONE && person.phone() == null) {
      return next();
    }
    return new Question(
        kind,
        kind == Kind.BIRTH_DATE
            ? "residents?birthDate=" + person.birthDate()
            : "residents?q=" + URLEncoder.encode(text(kind, person), UTF_8));
  }

  private String text(Kind kind, Person person) {
    var name = person.name().in(Language.UKRAINIAN, person.sex());
    var russian = person.name().in(Language.RUSSIAN, person.sex());
    return switch (kind) {
      case SURNAME_BEGINNING ->
          name.family().substring(0, Math.min(name.family().length(), 4 + random.nextInt(2)));
      case SURNAME -> name.family();
      case SURNAME_AND_GIVEN -> name.family() + " " + name.given();
      case RUSSIAN -> russian.family() + " " + russian.given();
      case LATIN ->
          LatinTable.UK_2010.write(name.family()) + " " + LatinTable.UK_2010.write(name.given());
      case SLIP -> withoutThirdLetter(name.family()) + " " + name.given();
      case NUMBER -> person.rnokpp();
      case PHONE -> person.phone();
      case NOBODY -> "Нетакийко " + name.given();
      case BIRTH_DATE -> throw new IllegalArgumentException("No text");
    };
  }

  private static String withoutThirdLetter(String word) {
    return word.length() < 4 ? word : word.substring(0, 2) + word.substring(3);
  }
}
