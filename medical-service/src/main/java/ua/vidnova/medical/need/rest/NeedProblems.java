package ua.vidnova.medical.need.rest;

import java.util.List;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.chassis.problems.Problem;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.medical.need.NeedOutcome;
import ua.vidnova.medical.need.NeedState;

/** What is answered when a need is not as wished. */
final class NeedProblems {

  private NeedProblems() {}

  static Problem of(NeedOutcome.Refused refused) {
    return switch (refused) {
      case NeedOutcome.Unacceptable(var errors) -> Problems.invalid(errors);
      case NeedOutcome.PlaceNotCovered() ->
          Problem.of(403, "outside-your-territory", "The place is not in your territories");
      case NeedOutcome.ResidentUnknown() ->
          Problem.of(422, "resident-unknown", "No such resident is known here")
              .withDetail("If they were registered a moment ago, the news is on its way: repeat.")
              .withErrors(error("residentId", "unknown", "Repeat later, or check the id."));
      case NeedOutcome.ResidentNotVisible(), NeedOutcome.NotFound() -> Problems.notFound();
      case NeedOutcome.ResidentDeceased() ->
          Problems.conflict("resident-deceased", "The resident has died");
      case NeedOutcome.IdTaken() -> Problems.conflict("need-id-taken", "Another need has this id");
      case NeedOutcome.ChangedMeanwhile() -> Problems.changedMeanwhile();
      case NeedOutcome.Settled(var state) ->
          state == NeedState.MET
              ? Problems.conflict("need-met", "A visit has met the need")
              : Problems.conflict("need-closed", "The need is closed");
      case NeedOutcome.NoSuchStop() ->
          Problem.of(422, "no-such-stop", "No brigade that treats people is to make this stop")
              .withErrors(error("stopId", "no-such-stop", "Take a stop ahead in the settlement."));
      case NeedOutcome.NoSuchVisit() ->
          Problem.of(422, "no-such-visit", "There is no such visit since they asked")
              .withErrors(error("visitId", "no-such-visit", "Record the visit first."));
      case NeedOutcome.MetByItself() ->
          Problems.conflict("need-of-resident", "Any visit of the resident meets it by itself");
    };
  }

  private static List<FieldError> error(String field, String code, String message) {
    return List.of(new FieldError(field, code, message));
  }
}
