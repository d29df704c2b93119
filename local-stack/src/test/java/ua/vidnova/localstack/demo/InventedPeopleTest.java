package ua.vidnova.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ua.vidnova.contracts.identifiers.Rnokpp;
import ua.vidnova.contracts.identifiers.Sex;

class InventedPeopleTest {
  private static final int MORE_THAN_DAYS = 30_000;

  private final InventedPeople people = new InventedPeople(new Random(1));

  @Test
  void their_numbers_are_valid_and_tell_birth_date_and_sex() {
    assertThat(people.next(500))
        .allSatisfy(
            person -> {
              assertThat(Rnokpp.isValid(person.rnokpp())).isTrue();
              assertThat(Rnokpp.birthDate(person.rnokpp())).isEqualTo(person.birthDate());
              assertThat(Rnokpp.sex(person.rnokpp()))
                  .isEqualTo(person.male() ? Sex.MALE : Sex.FEMALE);
            });
  }

  @Test
  void no_two_have_the_same_number() {
    assertThat(people.next(MORE_THAN_DAYS).stream().map(Person::rnokpp)).doesNotHaveDuplicates();
  }

  @Test
  void two_inventors_hardly_ever_meet() {
    List<String> ours = numbers(people);
    List<String> others = numbers(new InventedPeople(new Random(2)));

    assertThat(ours).doesNotContainAnyElementsOf(others);
  }

  @Test
  void their_accounts_have_right_check_digits() {
    assertThat(people.next(500))
        .allSatisfy(
            person -> {
              String iban = person.iban();
              assertThat(iban).matches("UA\\d{27}");
              String rotated = iban.substring(4) + "3010" + iban.substring(2, 4);
              assertThat(new BigInteger(rotated).mod(BigInteger.valueOf(97))).isOne();
            });
  }

  private static List<String> numbers(InventedPeople people) {
    return people.next(200).stream().map(Person::rnokpp).toList();
  }
}
