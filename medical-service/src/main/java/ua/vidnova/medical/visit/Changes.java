package ua.vidnova.medical.visit;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Which parts of a visit a correction changed, by their names in JSON. Ids of parts are no part.
 */
public final class Changes {

  private Changes() {}

  private record Part(String name, Function<VisitFacts, Object> content) {}

  private static final List<Part> PARTS =
      List.of(
          new Part("tripId", VisitFacts::tripId),
          new Part("settlement", VisitFacts::settlement),
          new Part("startedAt", VisitFacts::startedAt),
          new Part("endedAt", VisitFacts::endedAt),
          new Part("sex", facts -> facts.seen().sex()),
          new Part("ageYears", facts -> facts.seen().ageYears()),
          new Part("pregnant", facts -> facts.seen().pregnant()),
          new Part("identityEvidence", facts -> facts.seen().identityEvidence()),
          new Part("consent", facts -> facts.seen().consent()),
          new Part("complaint", VisitFacts::complaint),
          new Part("vitals", VisitFacts::vitals),
          new Part("reasons", VisitFacts::reasons),
          new Part("diagnoses", VisitFacts::diagnoses),
          new Part("actions", VisitFacts::actions),
          new Part("medicines", VisitFacts::medicines),
          new Part("vaccinations", VisitFacts::vaccinations),
          new Part("allergies", VisitFacts::allergies),
          new Part("chronicConditions", VisitFacts::chronicConditions),
          new Part("referrals", VisitFacts::referrals),
          new Part("births", VisitFacts::births),
          new Part("protection", VisitFacts::protection),
          new Part("electronicPrescription", VisitFacts::electronicPrescription),
          new Part("needsRehabilitation", VisitFacts::needsRehabilitation),
          new Part("relationToEvent", VisitFacts::relationToEvent),
          new Part("mdsItems", VisitFacts::mdsItems),
          new Part("outcome", VisitFacts::outcome));

  /** Compares two revisions; flags only where the reader may know of them, which is in both. */
  public static List<String> between(Visit before, Visit after, boolean withProtection) {
    var was = comparable(before, withProtection);
    var is = comparable(after, withProtection);
    var parts =
        PARTS.stream()
            .filter(part -> !Objects.equals(part.content().apply(was), part.content().apply(is)))
            .map(Part::name);
    var withdrawal =
        before.isWithdrawn() == after.isWithdrawn()
            ? Stream.<String>empty()
            : Stream.of("withdrawn");
    return Stream.concat(parts, withdrawal).toList();
  }

  /** The facts with the same ids in every revision. */
  private static VisitFacts comparable(Visit visit, boolean withProtection) {
    var facts = withProtection ? visit.wholeFacts() : visit.facts();
    return OneForm.withNewParts(visit.id(), facts);
  }
}
