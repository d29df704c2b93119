package ua.vidnova.registry.registration;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.registry.matching.CandidateView;
import ua.vidnova.registry.resident.ResidentFile;

/** What came of a registration. */
public sealed interface RegistrationOutcome {

  /** The person is in the registry now; candidates are residents who may be the same person. */
  record Registered(ResidentFile file, List<CandidateView> candidates)
      implements RegistrationOutcome {}

  /** The same registration arrived before; nothing has changed. */
  record RegisteredBefore(ResidentFile file, List<CandidateView> candidates)
      implements RegistrationOutcome {}

  /** Some fields cannot be true. */
  record NotAcceptable(List<FieldError> errors) implements RegistrationOutcome {}

  /** The settlement is not in the registrar's territories. */
  record OutsideTerritory() implements RegistrationOutcome {}

  /** The id belongs to another registration. */
  record IdInUse() implements RegistrationOutcome {}

  /**
   * A resident with this РНОКПП is known.
   *
   * @param residentId empty when the registrar may not see that resident
   */
  record RnokppInUse(Optional<UUID> residentId) implements RegistrationOutcome {}
}
