package ua.vidnova.registry.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.registry.merge.MergeResidents;
import ua.vidnova.registry.merge.ResidentMerge;
import ua.vidnova.registry.resident.Resident;
import ua.vidnova.registry.shield.Shielding;

/** Carries out what a registrar decides about a pair; SAME merges. */
@ApplicationScoped
public class DecideReview {

  private final MergeResidents mergeResidents;
  private final OpenReview openReview;
  private final Shielding shielding;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final AuditTrail auditTrail;
  private final EntityManager database;

  @Inject
  DecideReview(
      MergeResidents mergeResidents,
      OpenReview openReview,
      Shielding shielding,
      Caller caller,
      KyivCalendar calendar,
      AuditTrail auditTrail,
      EntityManager database) {
    this.mergeResidents = mergeResidents;
    this.openReview = openReview;
    this.shielding = shielding;
    this.caller = caller;
    this.calendar = calendar;
    this.auditTrail = auditTrail;
    this.database = database;
  }

  /**
   * Decides; repeating a decision that stands changes nothing.
   *
   * @param expectedVersion of the pair, as the caller has read it; empty when any will do
   */
  @Transactional
  public DecisionOutcome decide(
      UUID pairId, ReviewDecision decision, OptionalLong expectedVersion) {
    var sides = Resident.listLockedWithPersons(MatchPair.findRecords(pairId));
    return sides.isEmpty() || !sides.stream().allMatch(this::sees)
        ? new DecisionOutcome.NotFound()
        : judge(MatchPair.getLocked(pairId), decision, expectedVersion);
  }

  /** A merged record is shown with its survivor, so only the survivor's place counts. */
  private boolean sees(Resident resident) {
    return resident.mergedInto().isPresent()
        || (caller.covers(resident.settlement()) && shielding.ifVisible(resident.id()).isPresent());
  }

  private DecisionOutcome judge(
      MatchPair pair, ReviewDecision decision, OptionalLong expectedVersion) {
    var step = ReviewRules.judge(pair.state(), pair.reason(), survivor(pair), decision);
    return switch (step) {
      case NOTHING_NEW -> shown(pair);
      case REFUSE -> new DecisionOutcome.DecidedAlready(pair.state());
      case CARRY_OUT -> {
        if (expectedVersion.orElse(pair.version()) != pair.version()) {
          yield new DecisionOutcome.ChangedMeanwhile();
        }
        yield pair.isOfOnePerson()
            ? new DecisionOutcome.DecidedAlready(PairState.SAME)
            : refusal(pair, decision).orElseGet(() -> carryOut(pair, decision));
      }
    };
  }

  private static UUID survivor(MatchPair pair) {
    return pair.records().stream()
        .flatMap(record -> ResidentMerge.findOf(record).stream())
        .filter(merge -> merge.pairId().equals(pair.id()))
        .map(ResidentMerge::survivorId)
        .findFirst()
        .orElse(null);
  }

  private Optional<DecisionOutcome> refusal(MatchPair pair, ReviewDecision decision) {
    return switch (decision) {
      case ReviewDecision.Same same -> refusal(pair, same);
      case ReviewDecision.Different different -> Optional.empty();
      case ReviewDecision.AskEvidence ask -> Optional.empty();
    };
  }

  private Optional<DecisionOutcome> refusal(MatchPair pair, ReviewDecision.Same same) {
    if (!pair.persons().contains(same.survivor())) {
      return Optional.of(new DecisionOutcome.NotASide());
    }
    if (MatchPair.isDecidedDifferent(pair.persons().getFirst(), pair.persons().getLast())) {
      return Optional.of(new DecisionOutcome.DecidedDifferent());
    }
    return mergeResidents
        .obstacle(merged(pair, same), Resident.getResident(same.survivor()))
        .map(
            obstacle ->
                switch (obstacle) {
                  case TWO_NUMBERS -> new DecisionOutcome.TwoNumbers();
                  case HAS_MERGED_RECORDS -> new DecisionOutcome.HasMergedRecords();
                  case SURVIVOR_ONLY_LISTED -> new DecisionOutcome.SurvivorOnlyListed();
                });
  }

  private static Resident merged(MatchPair pair, ReviewDecision.Same same) {
    return pair.persons().stream()
        .filter(person -> !person.equals(same.survivor()))
        .map(Resident::getResident)
        .findFirst()
        .orElseThrow();
  }

  private DecisionOutcome carryOut(MatchPair pair, ReviewDecision decision) {
    var persons = pair.persons();
    pair.decide(decision, caller, calendar.now());
    if (decision instanceof ReviewDecision.Same same) {
      mergeResidents.merge(merged(pair, same), Resident.getResident(same.survivor()), pair.id());
    }
    database.flush();
    database.refresh(pair);
    var review = openReview.of(pair);
    var action = "decided-" + decision.leadsTo().name().toLowerCase(Locale.ROOT).replace('_', '-');
    persons.forEach(person -> auditTrail.wrote(action, "match-pair", pair.id(), person));
    return new DecisionOutcome.Decided(review);
  }

  private DecisionOutcome shown(MatchPair pair) {
    var review = openReview.of(pair);
    List.copyOf(pair.persons()).stream()
        .distinct()
        .forEach(person -> auditTrail.read("match-pair", pair.id(), person));
    return new DecisionOutcome.Decided(review);
  }
}
