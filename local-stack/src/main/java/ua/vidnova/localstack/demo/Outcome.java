package ua.vidnova.localstack.demo;

import java.util.List;

/**
 * What became of the demo.
 *
 * @param ok whether every step held
 */
public record Outcome(boolean ok, List<Step> steps) {

  static Outcome of(List<Step> steps) {
    return new Outcome(steps.stream().allMatch(Step::ok), List.copyOf(steps));
  }
}
