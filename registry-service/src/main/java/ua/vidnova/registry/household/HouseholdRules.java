package ua.vidnova.registry.household;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Decides what a command does to a household. Days go forward: nothing is put before what is. */
public final class HouseholdRules {

  private HouseholdRules() {}

  /**
   * How a household stands.
   *
   * @param lastChangeOn the latest day on which anyone came, went or changed the role
   * @param members who lives there now
   */
  public record Standing(
      boolean isDissolved, LocalDate lastChangeOn, Map<UUID, HouseholdRole> members) {}

  /** Why it is refused. */
  public enum Refusal {
    DISSOLVED,
    /** In the future, or before the last change. */
    IMPOSSIBLE_DAY,
    LIVES_HERE,
    NOT_A_MEMBER,
    /** The household has a head, and keeps it. */
    HEAD_TAKEN,
    /** Those who stay need a head from among them. */
    HEAD_NEEDED,
    /** A household that is formed has one head, and each person once. */
    NOT_ONE_HEAD
  }

  /** What is decided. */
  public sealed interface Verdict {

    /**
     * What changes in the household.
     *
     * @param ending whose membership ends on the day
     * @param beginning whose membership begins on it
     */
    record Change(List<UUID> ending, List<Seat> beginning, boolean dissolves) implements Verdict {}

    record Refused(Refusal reason) implements Verdict {}
  }

  /** Whether people may form a household: one of them is its head, and nobody is named twice. */
  public static boolean mayForm(Collection<Seat> seats) {
    return seats.stream().filter(seat -> seat.role() == HouseholdRole.HEAD).count() == 1
        && seats.stream().map(Seat::residentId).distinct().count() == seats.size();
  }

  /** Decides. */
  public static Verdict decide(Standing standing, HouseholdCommand command, LocalDate today) {
    var on = command.on() == null ? today : command.on();
    if (standing.isDissolved()) {
      return new Verdict.Refused(Refusal.DISSOLVED);
    }
    if (on.isAfter(today) || on.isBefore(standing.lastChangeOn())) {
      return new Verdict.Refused(Refusal.IMPOSSIBLE_DAY);
    }
    return switch (command) {
      case HouseholdCommand.Join join -> join(standing, join);
      case HouseholdCommand.Leave leave ->
          leave(standing, Set.of(leave.residentId()), leave.newHeadId());
      case HouseholdCommand.Split split -> split(standing, split);
      case HouseholdCommand.ChangeHead change -> changeHead(standing, change);
    };
  }

  private static Verdict join(Standing standing, HouseholdCommand.Join join) {
    if (standing.members().containsKey(join.residentId())) {
      return new Verdict.Refused(Refusal.LIVES_HERE);
    }
    return join.role() == HouseholdRole.HEAD
        ? new Verdict.Refused(Refusal.HEAD_TAKEN)
        : new Verdict.Change(List.of(), List.of(new Seat(join.residentId(), join.role())), false);
  }

  private static Verdict split(Standing standing, HouseholdCommand.Split split) {
    if (!mayForm(split.members())) {
      return new Verdict.Refused(Refusal.NOT_ONE_HEAD);
    }
    var leavers = new HashSet<UUID>();
    split.members().forEach(seat -> leavers.add(seat.residentId()));
    return leave(standing, leavers, split.newHeadId());
  }

  private static Verdict leave(Standing standing, Set<UUID> leavers, UUID newHead) {
    if (!standing.members().keySet().containsAll(leavers)) {
      return new Verdict.Refused(Refusal.NOT_A_MEMBER);
    }
    var staying = new HashSet<>(standing.members().keySet());
    staying.removeAll(leavers);
    if (staying.isEmpty()) {
      return new Verdict.Change(List.copyOf(leavers), List.of(), true);
    }
    if (staying.contains(headOf(standing))) {
      return newHead == null
          ? new Verdict.Change(List.copyOf(leavers), List.of(), false)
          : new Verdict.Refused(Refusal.HEAD_TAKEN);
    }
    return newHead == null || !staying.contains(newHead)
        ? new Verdict.Refused(Refusal.HEAD_NEEDED)
        : new Verdict.Change(
            Stream.concat(leavers.stream(), Stream.of(newHead)).toList(),
            List.of(new Seat(newHead, HouseholdRole.HEAD)),
            false);
  }

  private static Verdict changeHead(Standing standing, HouseholdCommand.ChangeHead change) {
    var former = headOf(standing);
    if (!standing.members().containsKey(change.residentId())) {
      return new Verdict.Refused(Refusal.NOT_A_MEMBER);
    }
    return change.residentId().equals(former) || change.formerHeadRole() == HouseholdRole.HEAD
        ? new Verdict.Refused(Refusal.HEAD_TAKEN)
        : new Verdict.Change(
            List.of(former, change.residentId()),
            List.of(
                new Seat(change.residentId(), HouseholdRole.HEAD),
                new Seat(former, change.formerHeadRole())),
            false);
  }

  private static UUID headOf(Standing standing) {
    return standing.members().entrySet().stream()
        .filter(member -> member.getValue() == HouseholdRole.HEAD)
        .map(Entry::getKey)
        .findFirst()
        .orElseThrow();
  }
}
