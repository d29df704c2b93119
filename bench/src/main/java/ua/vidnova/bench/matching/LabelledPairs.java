package ua.vidnova.bench.matching;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import ua.vidnova.bench.people.Person;
import ua.vidnova.bench.people.Population;

/**
 * Pairs of records for each error class: as many of one person as of two people. The second record
 * of a pair bears the class's error in both kinds, so that an error can also make two people look
 * like one.
 */
final class LabelledPairs {
  private static final int STRANGERS_AMONG = 40_000;

  private final RandomGenerator random;
  private final List<Person> people;
  private final Strangers strangers;
  private final Relatives relatives;

  LabelledPairs(long seed) {
    random = new SplittableRandom(seed);
    var population = new Population(seed, 0, 0);
    people = population.people(STRANGERS_AMONG).toList();
    strangers = new Strangers(people);
    relatives = new Relatives(population, random);
  }

  /** So many pairs of one person, and as many of two. */
  Stream<LabelledPair> of(ErrorClass errors, int count) {
    return IntStream.range(0, count)
        .boxed()
        .flatMap(i -> Stream.of(samePerson(errors, fitting(errors)), twoPeople(errors)));
  }

  private LabelledPair samePerson(ErrorClass errors, Person person) {
    return new LabelledPair(Draft.onFile(person, random), spoilt(errors, person), true);
  }

  private LabelledPair twoPeople(ErrorClass errors) {
    while (true) {
      var person = fitting(errors);
      var other =
          errors.isOfRelatives()
              ? Optional.of(errors.relative(person, relatives))
              : strangers.like(person, random);
      if (other.isPresent()) {
        return new LabelledPair(Draft.onFile(other.get(), random), spoilt(errors, person), false);
      }
    }
  }

  private Draft spoilt(ErrorClass errors, Person person) {
    var draft = Draft.atTheDoor(person, random);
    errors.corruption().spoil(draft, random);
    return draft;
  }

  private Person fitting(ErrorClass errors) {
    Person person;
    do {
      person = people.get(random.nextInt(people.size()));
    } while (!errors.fits(person));
    return person;
  }
}
