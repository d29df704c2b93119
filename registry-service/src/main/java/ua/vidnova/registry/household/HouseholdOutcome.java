package ua.vidnova.registry.household;

import java.util.List;
import java.util.UUID;
import ua.vidnova.chassis.problems.FieldError;

/** What came of a command about a household. */
public sealed interface HouseholdOutcome {

  record Formed(HouseholdFile file) implements HouseholdOutcome {}

  /** The same household was formed before; nothing has changed. */
  record FormedBefore(HouseholdFile file) implements HouseholdOutcome {}

  record Changed(HouseholdFile file) implements HouseholdOutcome {}

  /** Not there, or not the caller's to see. */
  record NotFound() implements HouseholdOutcome {}

  /** The household has changed since the caller read it. */
  record ChangedMeanwhile() implements HouseholdOutcome {}

  record NotAcceptable(List<FieldError> errors) implements HouseholdOutcome {}

  /** The settlement is not in the registrar's territories. */
  record OutsideTerritory() implements HouseholdOutcome {}

  /** The id belongs to another household. */
  record IdInUse() implements HouseholdOutcome {}

  /** These live in another household on that day or later. */
  record LivesElsewhere(List<UUID> residentIds) implements HouseholdOutcome {}

  record Refused(HouseholdRules.Refusal reason) implements HouseholdOutcome {}
}
