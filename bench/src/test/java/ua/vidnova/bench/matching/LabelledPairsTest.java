package ua.vidnova.bench.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LabelledPairsTest {
  private static LabelledPairs pairs;

  @BeforeAll
  static void invent() {
    pairs = new LabelledPairs(11);
  }

  @ParameterizedTest
  @EnumSource
  void labels_tell_the_truth(ErrorClass errors) {
    List<LabelledPair> some = pairs.of(errors, 50).toList();

    assertThat(some).filteredOn(LabelledPair::same).hasSize(50);
    assertThat(some)
        .hasSize(100)
        .allMatch(pair -> pair.same() == pair.onFile().person.equals(pair.atTheDoor().person));
    assertThat(some)
        .filteredOn(pair -> !pair.same())
        .noneMatch(pair -> pair.onFile().sharesNumberWith(pair.atTheDoor()));
  }

  @Test
  void twins_are_born_on_one_day_and_called_differently() {
    assertThat(pairs.of(ErrorClass.TWINS, 100).filter(pair -> !pair.same()))
        .allSatisfy(
            pair -> {
              var one = pair.onFile().person;
              var other = pair.atTheDoor().person;
              assertThat(one.birthDate()).isEqualTo(other.birthDate());
              assertThat(one.name().father()).isEqualTo(other.name().father());
              assertThat(one.name().given()).isNotEqualTo(other.name().given());
            });
  }

  @Test
  void namesakes_are_called_alike_and_born_on_different_days() {
    assertThat(pairs.of(ErrorClass.NAMESAKES, 100).filter(pair -> !pair.same()))
        .allSatisfy(
            pair -> {
              var one = pair.onFile().person;
              var other = pair.atTheDoor().person;
              assertThat(one.name()).isEqualTo(other.name());
              assertThat(one.birthDate()).isNotEqualTo(other.birthDate());
            });
  }
}
