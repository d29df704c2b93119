package ua.vidnova.bench.people;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Things of which some come up more often than others. */
public final class Weighted<T> {
  private final List<T> things;
  private final double[] upTo;

  private Weighted(List<T> things, double[] upTo) {
    this.things = things;
    this.upTo = upTo;
  }

  /** A thing with its weight, which is positive. */
  public record Entry<T>(T thing, double weight) {}

  public static <T> Weighted<T> of(List<Entry<T>> entries) {
    var things = new ArrayList<T>(entries.size());
    var upTo = new double[entries.size()];
    double sum = 0;
    for (var entry : entries) {
      if (!(entry.weight() > 0)) {
        throw new IllegalArgumentException("No weight: " + entry);
      }
      sum += entry.weight();
      upTo[things.size()] = sum;
      things.add(entry.thing());
    }
    return new Weighted<>(things, upTo);
  }

  public T any(RandomGenerator random) {
    int place = Arrays.binarySearch(upTo, random.nextDouble(upTo[upTo.length - 1]));
    return things.get(place < 0 ? -place - 1 : place + 1);
  }

  public List<T> all() {
    return List.copyOf(things);
  }
}
