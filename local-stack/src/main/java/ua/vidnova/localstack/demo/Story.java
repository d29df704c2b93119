package ua.vidnova.localstack.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Carries out steps one after the other and keeps what became of each. */
final class Story {
  private final Consumer<Step> listener;
  private final List<Step> steps = new ArrayList<>();

  /**
   * @param listener told of each step as soon as it is over
   */
  Story(Consumer<Step> listener) {
    this.listener = listener;
  }

  /** The work of a step. */
  @FunctionalInterface
  interface Work<T> {

    /**
     * @throws StepFailed if what the step claims does not hold
     */
    Told<T> carryOut();
  }

  /** Does the work. A failure is written down, and only the steps that need the fact suffer. */
  <T> Fact<T> step(String name, Work<T> work) {
    try {
      Told<T> told = work.carryOut();
      add(new Step(name, true, String.join("\n", told.detail())));
      return Fact.of(name, told.fact());
    } catch (StepFailed | Fact.NotEstablished e) {
      add(new Step(name, false, e.getMessage()));
      return Fact.notEstablished(name);
    }
  }

  private void add(Step step) {
    steps.add(step);
    listener.accept(step);
  }

  Outcome outcome() {
    return Outcome.of(steps);
  }
}
