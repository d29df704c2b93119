package ua.vidnova.bench.matching;

import java.util.random.RandomGenerator;

/** What goes wrong, or merely differs, when the same person is written down a second time. */
@FunctionalInterface
interface Corruption {
  void spoil(Draft draft, RandomGenerator random);
}
