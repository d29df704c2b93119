package ua.vidnova.registry.household;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.registry.household.HouseholdRules.Verdict;

/** Lets people join, leave, split off, or another one become the head. */
@ApplicationScoped
public class ChangeHousehold {

  private final HouseholdReach reach;
  private final Founding founding;
  private final TellHouseholds tellHouseholds;
  private final KyivCalendar calendar;
  private final AuditTrail auditTrail;

  @Inject
  ChangeHousehold(
      HouseholdReach reach,
      Founding founding,
      TellHouseholds tellHouseholds,
      KyivCalendar calendar,
      AuditTrail auditTrail) {
    this.reach = reach;
    this.founding = founding;
    this.tellHouseholds = tellHouseholds;
    this.calendar = calendar;
    this.auditTrail = auditTrail;
  }

  /**
   * Changes the household, or says why not; a refusal leaves nothing behind.
   *
   * @param readVersion the version that the caller has read; empty when they do not care
   */
  @Transactional
  public HouseholdOutcome change(UUID id, HouseholdCommand command, OptionalLong readVersion) {
    var found = reach.findLocked(id);
    if (found.isEmpty()) {
      return new HouseholdOutcome.NotFound();
    }
    if (readVersion.isPresent() && readVersion.getAsLong() != found.get().household().version()) {
      return new HouseholdOutcome.ChangedMeanwhile();
    }
    var file = found.get();
    var on = command.on() == null ? calendar.today() : command.on();
    return switch (HouseholdRules.decide(standing(file), command, calendar.today())) {
      case Verdict.Refused(var reason) -> new HouseholdOutcome.Refused(reason);
      case Verdict.Change change ->
          outerRefusal(file, command, on).orElseGet(() -> apply(file, command, change, on));
    };
  }

  private static HouseholdRules.Standing standing(HouseholdFile file) {
    return new HouseholdRules.Standing(
        file.household().dissolvedOn().isPresent(),
        file.changes().stream()
            .map(HouseholdChange::occurredOn)
            .max(LocalDate::compareTo)
            .orElseThrow(),
        file.memberships().stream()
            .filter(HouseholdMembership::isOpen)
            .collect(Collectors.toMap(HouseholdMembership::residentId, HouseholdMembership::role)));
  }

  /** What stands in the way outside the household itself. */
  private Optional<HouseholdOutcome> outerRefusal(
      HouseholdFile file, HouseholdCommand command, LocalDate on) {
    return switch (command) {
      case HouseholdCommand.Join join ->
          founding.arrivalRefusal(
              List.of(new Founding.Arrival("residentId", join.residentId())),
              file.household().id(),
              on);
      case HouseholdCommand.Split split -> splitRefusal(split);
      case HouseholdCommand.Leave leave -> Optional.empty();
      case HouseholdCommand.ChangeHead change -> Optional.empty();
    };
  }

  private Optional<HouseholdOutcome> splitRefusal(HouseholdCommand.Split split) {
    if (split.id() == null) {
      return founding.placeRefusal(null, split.settlement());
    }
    reach.waitForOthersWith(List.of(split.id()));
    return Household.findHousehold(split.id()).isPresent()
        ? Optional.of(new HouseholdOutcome.IdInUse())
        : founding.placeRefusal(split.id(), split.settlement());
  }

  private HouseholdOutcome apply(
      HouseholdFile file, HouseholdCommand command, Verdict.Change change, LocalDate on) {
    var household = file.household();
    var recorder = founding.recorder(command.deviceTime());
    var written = HouseholdChange.add(household.id(), kindOf(command), on, recorder);
    change.ending().forEach(resident -> file.findOpen(resident).orElseThrow().end(on, written));
    if (change.dissolves()) {
      household.dissolve(on);
    } else {
      household.changed();
    }
    // What ends must be in the database before what begins: nobody lives in two places.
    Household.flush();
    change.beginning().forEach(seat -> HouseholdMembership.begin(household, seat, on, written));
    var formed =
        command instanceof HouseholdCommand.Split split
            ? Optional.of(
                founding.form(
                    split.id() == null ? Ids.newId() : split.id(),
                    split.settlement(),
                    split.address(),
                    on,
                    split.members(),
                    recorder))
            : Optional.<Household>empty();
    tellHouseholds.tell(household);
    formed.ifPresent(tellHouseholds::tell);
    var answer =
        formed
            .<HouseholdOutcome>map(one -> new HouseholdOutcome.Formed(HouseholdFile.of(one)))
            .orElseGet(() -> new HouseholdOutcome.Changed(HouseholdFile.of(household)));
    audit(kindOf(command), household.id(), concerned(change));
    formed.ifPresent(one -> audit(HouseholdChange.Kind.FORMED, one.id(), change.ending()));
    return answer;
  }

  private static Collection<UUID> concerned(Verdict.Change change) {
    return Stream.concat(
            change.ending().stream(), change.beginning().stream().map(Seat::residentId))
        .distinct()
        .toList();
  }

  private void audit(HouseholdChange.Kind kind, UUID householdId, Collection<UUID> people) {
    auditTrail.wroteAll(actionOf(kind), "household", householdId, people);
  }

  private static HouseholdChange.Kind kindOf(HouseholdCommand command) {
    return switch (command) {
      case HouseholdCommand.Join join -> HouseholdChange.Kind.JOINED;
      case HouseholdCommand.Leave leave -> HouseholdChange.Kind.LEFT;
      case HouseholdCommand.Split split -> HouseholdChange.Kind.SPLIT;
      case HouseholdCommand.ChangeHead change -> HouseholdChange.Kind.HEAD_CHANGED;
    };
  }

  private static String actionOf(HouseholdChange.Kind kind) {
    return switch (kind) {
      case FORMED -> "formed";
      case JOINED -> "joined";
      case LEFT -> "left";
      case SPLIT -> "split";
      case HEAD_CHANGED -> "head-changed";
    };
  }
}
