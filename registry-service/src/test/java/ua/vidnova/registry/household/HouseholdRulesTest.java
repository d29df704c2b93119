package ua.vidnova.registry.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.registry.household.HouseholdRules.Refusal;
import ua.vidnova.registry.household.HouseholdRules.Standing;
import ua.vidnova.registry.household.HouseholdRules.Verdict;

class HouseholdRulesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final LocalDate LAST = LocalDate.of(2026, 11, 10);

  /** Hanna heads, Petro is her husband, Oles their child. */
  private static final Map<UUID, HouseholdRole> FAMILY =
      Map.of(
          id("Hanna"), HouseholdRole.HEAD,
          id("Petro"), HouseholdRole.SPOUSE,
          id("Oles"), HouseholdRole.CHILD);

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          join Maria DEPENDANT         | -              | Maria DEPENDANT             | -
          join Petro DEPENDANT         | -              | -                           | LIVES_HERE
          join Maria HEAD              | -              | -                           | HEAD_TAKEN
          leave Oles                   | Oles           | -                           | -
          leave Maria                  | -              | -                           | NOT_A_MEMBER
          leave Hanna                  | -              | -                           | HEAD_NEEDED
          leave Hanna Petro            | Hanna Petro    | Petro HEAD                  | -
          leave Hanna Hanna            | -              | -                           | HEAD_NEEDED
          leave Hanna Maria            | -              | -                           | HEAD_NEEDED
          leave Oles Petro             | -              | -                           | HEAD_TAKEN
          split Petro+Oles             | Oles Petro     | -                           | -
          split Hanna+Oles Petro       | Hanna Oles Petro | Petro HEAD                | -
          split Hanna+Oles             | -              | -                           | HEAD_NEEDED
          split Hanna+Petro+Oles       | Hanna Oles Petro | -                         | -
          split Maria                  | -              | -                           | NOT_A_MEMBER
          split Petro+Petro            | -              | -                           | NOT_ONE_HEAD
          head Petro SPOUSE            | Hanna Petro    | Hanna SPOUSE, Petro HEAD    | -
          head Hanna SPOUSE            | -              | -                           | HEAD_TAKEN
          head Petro HEAD              | -              | -                           | HEAD_TAKEN
          head Maria SPOUSE            | -              | -                           | NOT_A_MEMBER
          """)
  void a_command_does_this_to_the_family(
      String command, String ending, String beginning, String refusal) {
    var verdict = HouseholdRules.decide(new Standing(false, LAST, FAMILY), read(command), TODAY);
    switch (verdict) {
      case Verdict.Refused(var reason) -> assertThat(reason.name()).isEqualTo(refusal);
      case Verdict.Change change -> {
        assertThat(refusal).isNull();
        assertThat(change.ending())
            .containsExactlyInAnyOrderElementsOf(
                names(ending, " ").map(HouseholdRulesTest::id).toList());
        assertThat(change.beginning())
            .containsExactlyInAnyOrderElementsOf(
                names(beginning, ", ").map(HouseholdRulesTest::seat).toList());
      }
    }
  }

  @Test
  void the_last_one_who_leaves_dissolves_it() {
    var alone = new Standing(false, LAST, Map.of(id("Hanna"), HouseholdRole.HEAD));
    assertThat(HouseholdRules.decide(alone, read("leave Hanna"), TODAY))
        .isEqualTo(new Verdict.Change(List.of(id("Hanna")), List.of(), true));
    assertThat(
            HouseholdRules.decide(
                new Standing(true, LAST, Map.of()), read("join Maria CHILD"), TODAY))
        .isEqualTo(new Verdict.Refused(Refusal.DISSOLVED));
  }

  @ParameterizedTest
  @CsvSource({"2026-11-21, false", "2026-11-20, true", "2026-11-10, true", "2026-11-09, false"})
  void days_go_forward_and_never_beyond_today(LocalDate on, boolean possible) {
    var verdict =
        HouseholdRules.decide(
            new Standing(false, LAST, FAMILY),
            new HouseholdCommand.Leave(id("Oles"), null, on, null),
            TODAY);
    assertThat(verdict instanceof Verdict.Change).isEqualTo(possible);
  }

  @Test
  void whatever_happens_there_is_one_head_until_nobody_is_left() {
    var random = new Random(11);
    for (var life = 0; life < 300; life++) {
      Map<UUID, HouseholdRole> members = new LinkedHashMap<>(FAMILY);
      var isDissolved = false;
      for (var step = 0; step < 30; step++) {
        var verdict =
            HouseholdRules.decide(
                new Standing(isDissolved, LAST, Map.copyOf(members)), anyCommand(random), TODAY);
        if (verdict instanceof Verdict.Change change) {
          assertThat(members.keySet()).containsAll(change.ending());
          change.ending().forEach(members::remove);
          change.beginning().forEach(seat -> members.put(seat.residentId(), seat.role()));
          isDissolved = change.dissolves();
          assertThat(members.isEmpty()).isEqualTo(isDissolved);
          assertThat(headsOf(members)).isEqualTo(isDissolved ? 0 : 1);
        }
      }
    }
  }

  private static long headsOf(Map<UUID, HouseholdRole> members) {
    var count = new EnumMap<HouseholdRole, Long>(HouseholdRole.class);
    members.values().forEach(role -> count.merge(role, 1L, Long::sum));
    return count.getOrDefault(HouseholdRole.HEAD, 0L);
  }

  private static HouseholdCommand anyCommand(Random random) {
    var names = List.of("Hanna", "Petro", "Oles", "Maria", "Ivan");
    var name = names.get(random.nextInt(names.size()));
    var other = names.get(random.nextInt(names.size()));
    var role = HouseholdRole.values()[random.nextInt(HouseholdRole.values().length)];
    return read(
        switch (random.nextInt(5)) {
          case 0 -> "join " + name + " " + role;
          case 1 -> "leave " + name;
          case 2 -> "leave " + name + " " + other;
          case 3 -> "split " + name + "+" + other;
          default -> "head " + name + " " + role;
        });
  }

  /** Reads {@code verb who more}; the first of those who split off is their head. */
  private static HouseholdCommand read(String text) {
    var words = text.split(" ");
    var more = words.length > 2 ? words[2] : null;
    return switch (words[0]) {
      case "join" ->
          new HouseholdCommand.Join(id(words[1]), HouseholdRole.valueOf(more), null, null);
      case "leave" ->
          new HouseholdCommand.Leave(id(words[1]), more == null ? null : id(more), null, null);
      case "split" ->
          new HouseholdCommand.Split(
              null,
              "",
              "",
              Arrays.stream(words[1].split("\\+"))
                  .map(
                      name ->
                          new Seat(
                              id(name),
                              words[1].startsWith(name)
                                  ? HouseholdRole.HEAD
                                  : HouseholdRole.DEPENDANT))
                  .toList(),
              more == null ? null : id(more),
              null,
              null);
      case "head" ->
          new HouseholdCommand.ChangeHead(id(words[1]), HouseholdRole.valueOf(more), null, null);
      default -> throw new IllegalArgumentException(text);
    };
  }

  private static Stream<String> names(String text, String between) {
    return text == null ? Stream.empty() : Arrays.stream(text.split(between));
  }

  private static Seat seat(String text) {
    var words = text.split(" ");
    return new Seat(id(words[0]), HouseholdRole.valueOf(words[1]));
  }

  private static UUID id(String name) {
    return new UUID(7, name.hashCode());
  }
}
