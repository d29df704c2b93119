package ua.vidnova.bench.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ua.vidnova.bench.people.Language;
import ua.vidnova.bench.people.Person;

/** People as another register exports them: CSV between semicolons, days as 17.04.1951. */
final class LegacyList {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");

  private static final List<String> HEADER =
      List.of(
          "Прізвище",
          "Ім’я",
          "По батькові",
          "Дата народження",
          "РНОКПП",
          "Телефон",
          "Населений пункт",
          "Номер справи");

  private LegacyList() {}

  /** How the registry is to read it, as its API takes it. */
  static Map<String, Object> mapping(String territory) {
    var fields =
        List.of(
            "FAMILY",
            "GIVEN",
            "PATRONYMIC",
            "BIRTH_DATE",
            "RNOKPP",
            "PHONE",
            "SETTLEMENT",
            "RECORD_NUMBER");
    return Map.of(
        "source",
        "PENSION_FUND",
        "territory",
        territory,
        "dates",
        "DAY_MONTH_YEAR",
        "columns",
        Stream.iterate(0, column -> column + 1)
            .limit(HEADER.size())
            .collect(Collectors.toMap(HEADER::get, fields::get)));
  }

  /** Writes people to a file in UTF-8, one a line. */
  static void write(Stream<Person> people, Path file) {
    try (var lines = Files.newBufferedWriter(file)) {
      lines.write(String.join(";", HEADER) + "\n");
      for (Iterator<Person> each = people.iterator(); each.hasNext(); ) {
        lines.write(line(each.next()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(Person person) {
    var name = person.name().in(Language.UKRAINIAN, person.sex());
    return String.join(
            ";",
            name.family(),
            name.given(),
            name.patronymic(),
            DAY.format(person.birthDate()),
            person.rnokpp(),
            Objects.requireNonNullElse(person.phone(), ""),
            person.settlement(),
            Long.toString(person.number()))
        + "\n";
  }
}
