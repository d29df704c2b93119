package ua.vidnova.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryTest {
  private final List<Step> heard = new ArrayList<>();
  private final Story story = new Story(heard::add);

  @Test
  void later_steps_build_on_what_earlier_ones_found_out() {
    Fact<Integer> number = story.step("finds a number", () -> Told.of(7, "it is 7", "look"));
    story.step("doubles it", () -> Told.done("" + 2 * number.get()));

    assertThat(story.outcome())
        .isEqualTo(
            new Outcome(
                true,
                List.of(
                    new Step("finds a number", true, "it is 7\nlook"),
                    new Step("doubles it", true, "14"))));
    assertThat(heard).isEqualTo(story.outcome().steps());
  }

  @Test
  void a_step_that_needs_what_was_not_found_out_is_not_run_and_the_others_are() {
    Fact<Integer> number =
        story.step(
            "finds a number",
            () -> {
              throw new StepFailed("there is none");
            });
    Fact<Integer> doubled =
        story.step("doubles it", () -> Told.of(2 * number.get(), "never reached"));
    story.step("prints it", () -> Told.done("" + doubled.get()));
    story.step("does something else", () -> Told.done("done"));

    assertThat(story.outcome().ok()).isFalse();
    assertThat(story.outcome().steps())
        .containsExactly(
            new Step("finds a number", false, "there is none"),
            new Step("doubles it", false, "not run, because this did not hold: finds a number"),
            new Step("prints it", false, "not run, because this did not hold: doubles it"),
            new Step("does something else", true, "done"));
  }

  @Test
  void a_conclusion_is_as_established_as_its_fact() {
    Fact<String> word = Fact.of("a step", "word");
    Fact<String> nothing = Fact.notEstablished("a step");

    assertThat(word.map(String::length).get()).isEqualTo(4);
    assertThatThrownBy(nothing.map(String::length)::get)
        .hasMessage("not run, because this did not hold: a step");
  }
}
