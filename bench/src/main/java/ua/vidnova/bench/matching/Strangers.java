package ua.vidnova.bench.matching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import ua.vidnova.bench.people.Person;

/**
 * People who resemble somebody by chance: same surname and given name, same birth date, or same
 * given name, patronymic and birth year. Most pairs of two people look nothing like each other and
 * would only flatter the figures.
 */
final class Strangers {
  private final Map<Object, List<Person>> byLikeness = new HashMap<>();

  Strangers(List<Person> people) {
    people.forEach(
        person ->
            likenesses(person)
                .forEach(
                    key -> byLikeness.computeIfAbsent(key, k -> new ArrayList<>()).add(person)));
  }

  /** Somebody of another household who resembles the person; empty when nobody does. */
  Optional<Person> like(Person person, RandomGenerator random) {
    var likenesses = likenesses(person).toList();
    var alike = byLikeness.get(likenesses.get(random.nextInt(likenesses.size())));
    var other = alike.get(random.nextInt(alike.size()));
    return Optional.of(other).filter(found -> !found.isOfSameHouseholdAs(person));
  }

  private static Stream<Object> likenesses(Person person) {
    var name = person.name();
    return Stream.of(
        List.of(name.surname(), name.given()),
        person.birthDate(),
        List.of(name.given(), name.father(), person.birthDate().getYear()));
  }
}
