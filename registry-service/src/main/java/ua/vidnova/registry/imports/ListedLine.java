package ua.vidnova.registry.imports;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import ua.vidnova.registry.matching.DocumentKey;
import ua.vidnova.registry.matching.MatchKeys;
import ua.vidnova.registry.matching.MatchProfile;
import ua.vidnova.registry.matching.PartialDate;
import ua.vidnova.registry.names.SearchKey;

/**
 * A line as it is compared with what the registry has.
 *
 * @param key digest of what names the person in this list: the РНОКПП, else the register's own
 *     number, else name, birth date and settlement
 * @param samePerson digest of what stays when a person takes another family name: given name, birth
 *     date and sex
 * @param facts digest of all that the line states
 * @param searchKey the name, comparable
 * @param matchKeys under which the matcher files the person
 */
record ListedLine(
    long number,
    ListedPerson person,
    UUID key,
    UUID samePerson,
    UUID facts,
    String searchKey,
    long[] matchKeys) {

  static ListedLine of(Chunk.Entry entry) {
    var person = entry.person();
    var searchKey = SearchKey.of(person.name());
    var birthDate = person.birthDate().toString();
    return new ListedLine(
        entry.line(),
        person,
        keyOf(person, searchKey, birthDate),
        Digests.of(
            String.join(" ", SearchKey.words(person.name().given())),
            birthDate,
            person.sex().name()),
        Digests.of(
            person.stated().entrySet().stream()
                .map(ListedLine::text)
                .sorted()
                .toArray(String[]::new)),
        searchKey,
        MatchKeys.of(profile(person)));
  }

  private static MatchProfile profile(ListedPerson person) {
    var passport = person.passport();
    return new MatchProfile(
        null,
        person.name(),
        List.of(),
        PartialDate.of(person.birthDate()),
        person.sex(),
        person.rnokpp(),
        passport == null ? List.of() : List.of(new DocumentKey(passport.type(), passport.number())),
        person.phone(),
        person.settlement());
  }

  private static UUID keyOf(ListedPerson person, String searchKey, String birthDate) {
    if (person.rnokpp() != null) {
      return Digests.of("rnokpp", person.rnokpp());
    }
    if (person.recordNumber() != null) {
      return Digests.of("record", person.recordNumber());
    }
    return Digests.of("person", searchKey, birthDate, person.settlement());
  }

  private static String text(Map.Entry<ListField, String> stated) {
    return stated.getKey() + "=" + stated.getValue();
  }
}
