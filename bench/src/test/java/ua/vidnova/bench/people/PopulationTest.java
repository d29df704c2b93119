package ua.vidnova.bench.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import ua.vidnova.contracts.identifiers.Rnokpp;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.contracts.reference.Territories;

class PopulationTest {
  private static final List<Person> PEOPLE = people(7, 0, 20_000);

  private static List<Person> people(long seed, long household, int count) {
    return new Population(seed, household, 0).people(count).toList();
  }

  @Test
  void a_seed_makes_the_same_people_again_and_another_seed_makes_others() {
    assertThat(people(7, 0, 200)).isEqualTo(PEOPLE.subList(0, 200));
    assertThat(people(8, 0, 200)).isNotEqualTo(PEOPLE.subList(0, 200));
  }

  @Test
  void nobody_shares_a_number_of_the_state_with_another() {
    assertThat(PEOPLE).extracting(Person::number).doesNotHaveDuplicates();
    assertThat(PEOPLE).extracting(Person::rnokpp).doesNotHaveDuplicates();
    assertThat(PEOPLE.stream().flatMap(person -> person.papers().stream()).map(Paper::number))
        .doesNotHaveDuplicates();
  }

  @Test
  void numbers_are_valid_and_of_the_person() {
    assertThat(PEOPLE)
        .allSatisfy(
            person -> {
              assertThat(Rnokpp.isValid(person.rnokpp())).isTrue();
              assertThat(Rnokpp.birthDate(person.rnokpp())).isEqualTo(person.birthDate());
              assertThat(Rnokpp.sex(person.rnokpp())).isEqualTo(person.sex());
              assertThat(person.papers())
                  .allMatch(paper -> form(paper).matches(paper.number()))
                  .allMatch(paper -> form(paper).normalise(paper.number()).equals(paper.number()));
            });
  }

  private static ua.vidnova.contracts.identifiers.DocumentType form(Paper paper) {
    return ua.vidnova.contracts.identifiers.DocumentType.valueOf(paper.type().name());
  }

  @Test
  void everybody_lives_in_a_settlement_of_luhansk_oblast() {
    var luhansk = "UA44000000000018893";

    assertThat(PEOPLE)
        .extracting(Person::settlement)
        .allMatch(Territories.ukraine()::isSettlement)
        .allMatch(code -> Territories.ukraine().isWithin(code, luhansk));
  }

  @Test
  void names_are_spread_as_in_life() {
    var surnames =
        PEOPLE.stream()
            .collect(
                Collectors.groupingBy(person -> person.name().surname(), Collectors.counting()));
    var commonest = surnames.values().stream().mapToLong(Long::longValue).max().orElseThrow();

    assertThat(surnames.size()).isGreaterThan(2_000);
    assertThat((double) commonest / PEOPLE.size()).isBetween(0.002, 0.02);
  }

  @Test
  void families_have_twins_and_sons_who_are_called_like_their_fathers() {
    var households = new Population(7, 0, 0);
    long twins = 0;
    long juniors = 0;
    for (int i = 0; i < 10_000; i++) {
      var household = households.nextHousehold();
      twins += household.size() - household.stream().map(Person::birthDate).distinct().count();
      juniors +=
          household.stream()
              .filter(person -> person.sex() == Sex.MALE)
              .filter(person -> person.name().given().equals(person.name().father()))
              .count();
    }

    assertThat(twins).isPositive();
    assertThat(juniors).isPositive();
  }
}
