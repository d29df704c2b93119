package ua.vidnova.bench.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import ua.vidnova.bench.people.Person;
import ua.vidnova.bench.people.Population;
import ua.vidnova.registry.matching.Band;
import ua.vidnova.registry.matching.MatchKeys;
import ua.vidnova.registry.matching.MatchProfile;

/**
 * A register and a list that is matched with it, from blocking to decision: every pair that shares
 * a matching key is compared, as the registry does it. Of the people on the list four in five are
 * in the register, their records FEBRL-like; the others are not, though their families are, so that
 * brothers, parents and namesakes come up as often as they do in life.
 */
final class TwoFiles {
  private static final double REGISTERED_SHARE = 0.8;

  private final List<Draft> register = new ArrayList<>();
  private final List<Draft> list = new ArrayList<>();
  private final Map<Long, List<Draft>> byNumber = new HashMap<>();

  /**
   * @param registered how many records the register has
   * @param listed how many the list has
   */
  TwoFiles(long seed, int registered, int listed) {
    var random = new SplittableRandom(seed + 1);
    int strangers = (int) (listed * (1 - REGISTERED_SHARE));
    var people =
        new ArrayList<>(new Population(seed, 0, 0).people(registered + strangers).toList());
    Collections.shuffle(people, Random.from(random));
    for (Person person : people.subList(0, registered)) {
      register.add(Draft.onFile(person, random));
    }
    for (Person person : people.subList(registered - (listed - strangers), people.size())) {
      var draft = Draft.atTheDoor(person, random);
      FebrlLike.spoil(draft, random);
      list.add(draft);
    }
    register.forEach(
        draft ->
            byNumber.computeIfAbsent(draft.person.number(), n -> new ArrayList<>()).add(draft));
  }

  /**
   * What came of it.
   *
   * @param tally decisions; a pair of one person that blocking never brought together is DISTINCT
   * @param together pairs of one person that blocking brought together
   * @param compared pairs that were compared
   */
  record Outcome(Tally tally, long together, long compared) {

    /** Of the pairs of one person, the share that blocking brings together. */
    double blockingRecall() {
      return (double) together / tally.count(true);
    }

    Outcome plus(Outcome other) {
      var sum = new Tally();
      sum.addAll(tally);
      sum.addAll(other.tally);
      return new Outcome(sum, together + other.together, compared + other.compared);
    }
  }

  /** Files the register under the registry's own keys. */
  Blocks blocks() {
    return new Blocks(register);
  }

  /** Matches the list with the filed register. */
  Outcome match(Blocks blocks, Decision decision) {
    return list.parallelStream()
        .map(draft -> match(draft, blocks, decision))
        .reduce(new Outcome(new Tally(), 0, 0), Outcome::plus);
  }

  private Outcome match(Draft draft, Blocks blocks, Decision decision) {
    var tally = new Tally();
    var profile = draft.profile();
    var met = blocks.sharingKeysWith(profile);
    long together = 0;
    for (int place : met) {
      var other = register.get(place);
      boolean same = isSame(draft, other);
      together += same ? 1 : 0;
      tally.add(same, decision.of(blocks.profile(place), profile), !draft.sharesNumberWith(other));
    }
    var missed = byNumber.getOrDefault(draft.person.number(), List.of()).size() - together;
    for (long i = 0; i < missed; i++) {
      tally.add(true, Band.DISTINCT, true);
    }
    return new Outcome(tally, together, met.length);
  }

  private static boolean isSame(Draft one, Draft other) {
    return one.person.number() == other.person.number();
  }

  /** How two records are decided upon. */
  @FunctionalInterface
  interface Decision {
    Band of(MatchProfile a, MatchProfile b);
  }

  /** The register, filed under the registry's matching keys. */
  static final class Blocks {
    private final MatchProfile[] profiles;
    private final Map<Long, int[]> places = new HashMap<>();

    private Blocks(List<Draft> register) {
      profiles = register.stream().map(Draft::profile).toArray(MatchProfile[]::new);
      for (int place = 0; place < profiles.length; place++) {
        for (long key : MatchKeys.of(profiles[place])) {
          int[] here = {place};
          places.merge(key, here, Blocks::joined);
        }
      }
    }

    MatchProfile profile(int place) {
      return profiles[place];
    }

    int[] sharingKeysWith(MatchProfile profile) {
      return Arrays.stream(MatchKeys.of(profile))
          .mapToObj(places::get)
          .filter(found -> found != null)
          .flatMapToInt(IntStream::of)
          .distinct()
          .toArray();
    }

    private static int[] joined(int[] some, int[] more) {
      int[] all = Arrays.copyOf(some, some.length + more.length);
      System.arraycopy(more, 0, all, some.length, more.length);
      return all;
    }
  }
}
