package ua.vidnova.bench.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import ua.vidnova.bench.people.Person;
import ua.vidnova.bench.people.Population;
import ua.vidnova.registry.matching.MatchProfile;

class CorruptionsTest {
  private static final List<Person> PEOPLE = new Population(3, 0, 0).people(1_000).toList();

  /** Classes of relatives spoil nothing; the same is right for CLEAN. */
  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"CLEAN", "TWINS", "SIBLINGS", "PARENT_AND_CHILD", "NAMESAKES", "COUSINS"})
  void each_error_changes_most_of_the_records_that_it_fits(ErrorClass errors) {
    var fitting = PEOPLE.stream().filter(errors::fits).toList();

    assertThat(fitting)
        .filteredOn(person -> isChanged(person, errors))
        .hasSizeGreaterThan(fitting.size() / 2);
  }

  private static boolean isChanged(Person person, ErrorClass errors) {
    var draft = Draft.atTheDoor(person, new SplittableRandom(person.number()));
    MatchProfile before = draft.profile();
    errors.corruption().spoil(draft, new SplittableRandom(person.number()));
    return !draft.profile().equals(before);
  }

  @Test
  void slips_of_dates_leave_days_that_exist() {
    var random = new SplittableRandom(5);
    for (var person : PEOPLE) {
      var draft = Draft.onFile(person, random);
      Slips.inDate(draft, random);
      assertThat(LocalDate.of(draft.year, draft.month, draft.day)).isNotEqualTo(person.birthDate());
    }
  }

  @Test
  void a_slip_of_the_hand_is_one_letter_or_two_neighbours() {
    var random = new SplittableRandom(5);
    for (int i = 0; i < 1_000; i++) {
      assertThat(Slips.ofHand("Шевченко", random))
          .isNotEqualTo("Шевченко")
          .hasSizeBetween(7, 9)
          .containsPattern("^[А-Яа-яіїєґ]+$");
    }
  }
}
