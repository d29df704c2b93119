package ua.vidnova.registry.facts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.registry.purpose.Purposes;
import ua.vidnova.registry.resident.Resident;
import ua.vidnova.registry.resident.ResidentReach;

/** Makes of what a registrar sent the facts that would be added, or finds what is wrong. */
@ApplicationScoped
class DraftStatements {

  private final KyivCalendar calendar;
  private final Purposes purposes;
  private final ResidentReach reach;

  @Inject
  DraftStatements(KyivCalendar calendar, Purposes purposes, ResidentReach reach) {
    this.calendar = calendar;
    this.purposes = purposes;
    this.reach = reach;
  }

  /**
   * What would be added.
   *
   * @param facts one for each that was sent, in their order
   * @param known all that would be known with them
   * @param errors empty when they can be added
   */
  record Draft(List<StatedFact> facts, KnownFacts known, List<FieldError> errors) {}

  /**
   * Drafts statements.
   *
   * @param stated all that is stated of the resident so far
   */
  Draft draft(Resident resident, StatementsRequest sent, List<StatedFact> stated) {
    var context = new FactRules.Context(resident.birthDate(), calendar.today(), purposes.codes());
    var now = calendar.now();
    var errors = new ArrayList<FieldError>();
    var facts = new ArrayList<StatedFact>();
    for (var i = 0; i < sent.statements().size(); i++) {
      var one = sent.statements().get(i);
      var examined = FactRules.examine(one, context);
      var path = "statements[" + i + "].";
      var wrong = new ArrayList<>(examined.errors());
      wrong.addAll(unknownReferences(resident, examined.fact(), stated));
      wrong.forEach(e -> errors.add(new FieldError(path + e.field(), e.code(), e.message())));
      facts.add(
          new StatedFact(
              Ids.newId(),
              examined.fact(),
              one.evidenceLevel(),
              one.court() != null,
              one.since(),
              now,
              false));
    }
    return errors.isEmpty() ? withView(facts, stated) : new Draft(facts, null, errors);
  }

  private static Draft withView(List<StatedFact> facts, List<StatedFact> stated) {
    var all = new ArrayList<>(stated);
    all.addAll(facts);
    var known = KnownFacts.of(all);
    var errors =
        CurrentViews.missingParts(known).stream()
            .map(
                part ->
                    new FieldError(
                        "statements", "nothing-left", "State the right " + part + " as well."))
            .toList();
    return new Draft(facts, known, errors);
  }

  private List<FieldError> unknownReferences(
      Resident resident, Fact fact, List<StatedFact> stated) {
    return switch (fact) {
      case Fact.Retraction retraction ->
          RetractionRules.examine(retraction, stated).stream().toList();
      case Fact.Relation relation when relation.residentId() != null ->
          isVisibleOther(resident.id(), relation.residentId())
              ? List.of()
              : List.of(
                  new FieldError(
                      "fact.residentId", "unknown", "There is no other resident of that id."));
      default -> List.of();
    };
  }

  private boolean isVisibleOther(UUID residentId, UUID otherId) {
    return !residentId.equals(otherId) && reach.find(otherId).isPresent();
  }
}
