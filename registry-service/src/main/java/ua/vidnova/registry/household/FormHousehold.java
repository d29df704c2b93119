package ua.vidnova.registry.household;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.chassis.time.KyivCalendar;

/** Enters a household with its members, once. */
@ApplicationScoped
public class FormHousehold {

  private final HouseholdReach reach;
  private final Founding founding;
  private final TellHouseholds tellHouseholds;
  private final KyivCalendar calendar;
  private final AuditTrail auditTrail;

  @Inject
  FormHousehold(
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

  /** Forms the household, or says why not; a refusal leaves nothing behind. */
  @Transactional
  public HouseholdOutcome form(FormRequest stated) {
    return Optional.ofNullable(stated.id())
        .flatMap(id -> answerToRepeated(id, stated))
        .or(() -> founding.placeRefusal(stated.id(), stated.settlement()))
        .orElseGet(() -> formNew(stated));
  }

  private Optional<HouseholdOutcome> answerToRepeated(UUID id, FormRequest stated) {
    reach.waitForOthersWith(List.of(id));
    return Household.findHousehold(id)
        .map(HouseholdFile::of)
        .map(
            known ->
                isSame(known, stated) && reach.covers(known.household().settlement())
                    ? showAgain(known)
                    : new HouseholdOutcome.IdInUse());
  }

  private HouseholdOutcome showAgain(HouseholdFile known) {
    auditTrail.readAll("household", known.everyone());
    return new HouseholdOutcome.FormedBefore(known);
  }

  private static boolean isSame(HouseholdFile known, FormRequest stated) {
    var household = known.household();
    var formed = known.changes().getFirst();
    var founders =
        known.memberships().stream()
            .filter(membership -> membership.beganWith().equals(formed.id()))
            .map(membership -> new Seat(membership.residentId(), membership.role()))
            .collect(Collectors.toSet());
    return household.settlement().equals(stated.settlement())
        && household.address().equals(stated.address().strip())
        && (stated.formedOn() == null || stated.formedOn().equals(household.formedOn()))
        && founders.equals(new HashSet<>(stated.members()));
  }

  private HouseholdOutcome formNew(FormRequest stated) {
    var on = stated.formedOn() == null ? calendar.today() : stated.formedOn();
    if (on.isAfter(calendar.today())) {
      return new HouseholdOutcome.NotAcceptable(
          List.of(new FieldError("formedOn", "in-the-future", "Give the day it was.")));
    }
    if (!HouseholdRules.mayForm(stated.members())) {
      return new HouseholdOutcome.Refused(HouseholdRules.Refusal.NOT_ONE_HEAD);
    }
    var id = stated.id() == null ? Ids.newId() : stated.id();
    return founding
        .arrivalRefusal(Founding.Arrival.of(stated.members()), id, on)
        .orElseGet(() -> enter(id, stated, on));
  }

  private HouseholdOutcome enter(UUID id, FormRequest stated, LocalDate on) {
    var household =
        founding.form(
            id,
            stated.settlement(),
            stated.address(),
            on,
            stated.members(),
            founding.recorder(stated.deviceTime()));
    tellHouseholds.tell(household);
    var file = HouseholdFile.of(household);
    auditTrail.wroteAll("formed", "household", id, file.everyone());
    return new HouseholdOutcome.Formed(file);
  }
}
