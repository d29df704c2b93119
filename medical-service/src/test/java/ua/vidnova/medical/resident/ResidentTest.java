package ua.vidnova.medical.resident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ua.vidnova.contracts.identifiers.Sex;

class ResidentTest {

  private static final Instant MONDAY = Instant.parse("2026-11-16T08:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2026-11-17T08:00:00Z");
  private static final Instant FRIDAY = Instant.parse("2026-11-20T08:00:00Z");
  private static final LocalDate BORN = LocalDate.of(1951, 4, 17);
  private static final LocalDate DIED = LocalDate.of(2026, 11, 19);

  /** Registered on Monday, identified on Monday, corrected and moved on Tuesday, dead on Friday. */
  private static final List<Consumer<Resident>> WHAT_HAPPENED =
      List.of(
          resident -> resident.livesIn(TestResidents.SETTLEMENT, MONDAY),
          resident ->
              resident.isIdentifiedAs(
                  new PersonName("Вигаданенко", "Анна", null), BORN, Sex.FEMALE, MONDAY),
          resident -> {
            resident.livesIn(TestResidents.OTHER_SETTLEMENT, TUESDAY);
            resident.isIdentifiedAs(
                new PersonName("Вигаданенко", "Ганна", "Прикладівна"), BORN, Sex.FEMALE, TUESDAY);
          },
          resident -> resident.isNow(LifeState.DECEASED, DIED, FRIDAY));

  static Stream<List<Consumer<Resident>>> every_order() {
    return orders(WHAT_HAPPENED).stream();
  }

  @ParameterizedTest
  @MethodSource("every_order")
  void knows_the_same_in_whatever_order_it_heard(List<Consumer<Resident>> order) {
    var resident = new Resident(UUID.randomUUID());

    order.forEach(event -> event.accept(resident));

    assertThat(resident.settlement()).isEqualTo(TestResidents.OTHER_SETTLEMENT);
    assertThat(resident.name()).contains(new PersonName("Вигаданенко", "Ганна", "Прикладівна"));
    assertThat(resident.birthDate()).contains(BORN);
    assertThat(resident.sex()).contains(Sex.FEMALE);
    assertThat(resident.diedOn()).contains(DIED);
    assertThat(resident.asOf()).isEqualTo(FRIDAY);
  }

  @Test
  void of_two_events_of_one_instant_the_later_to_arrive_counts() {
    var resident = new Resident(UUID.randomUUID());
    resident.livesIn(TestResidents.SETTLEMENT, MONDAY);
    resident.livesIn(TestResidents.OTHER_SETTLEMENT, MONDAY);
    assertThat(resident.settlement()).isEqualTo(TestResidents.OTHER_SETTLEMENT);
  }

  @Test
  void a_mistaken_death_is_taken_back() {
    var resident = new Resident(UUID.randomUUID());
    resident.isNow(LifeState.DECEASED, DIED, TUESDAY);
    resident.isNow(LifeState.LIVING, DIED, FRIDAY);
    assertThat(resident.diedOn()).isEmpty();
    assertThat(person(resident).wasDeadBefore(DIED.plusYears(1))).isFalse();
  }

  @Test
  void the_day_of_death_itself_is_open() {
    var resident = new Resident(UUID.randomUUID());
    resident.isNow(LifeState.DECEASED, DIED, FRIDAY);
    assertThat(person(resident).wasDeadBefore(DIED.minusDays(1))).isFalse();
    assertThat(person(resident).wasDeadBefore(DIED)).isFalse();
    assertThat(person(resident).wasDeadBefore(DIED.plusDays(1))).isTrue();
  }

  private static Person person(Resident resident) {
    return new Person(resident, List.of());
  }

  @Test
  void a_death_of_any_record_is_the_persons() {
    var survivor = new Resident(UUID.randomUUID());
    var merged = new Resident(UUID.randomUUID());
    merged.isNow(LifeState.DECEASED, DIED, FRIDAY);
    assertThat(new Person(survivor, List.of(merged)).diedOn()).contains(DIED);
    assertThat(person(survivor).diedOn()).isEmpty();
  }

  @Test
  void an_unmerge_holds_against_a_merge_that_comes_late() {
    var resident = new Resident(UUID.randomUUID());
    resident.isMergedInto(null, FRIDAY);
    resident.isMergedInto(UUID.randomUUID(), TUESDAY);
    assertThat(resident.mergedInto()).isEmpty();
  }

  private static <T> List<List<T>> orders(List<T> things) {
    if (things.isEmpty()) {
      return List.of(List.of());
    }
    var all = new ArrayList<List<T>>();
    for (var first : things) {
      var rest = new ArrayList<>(things);
      rest.remove(first);
      for (var order : orders(rest)) {
        var one = new ArrayList<T>();
        one.add(first);
        one.addAll(order);
        all.add(one);
      }
    }
    return all;
  }
}
