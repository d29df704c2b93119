package ua.vidnova.medical.visit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import ua.vidnova.chassis.events.Outbox;
import ua.vidnova.medical.resident.AnonymousBecameKnown;
import ua.vidnova.medical.resident.Resident;

/**
 * Tells others what a registrar has to act upon because of a visit, in the visit's transaction. Of
 * someone anonymous nothing is told until registry knows who it was.
 */
@ApplicationScoped
class TellOutcomes {

  private final Outbox outbox;

  @Inject
  TellOutcomes(Outbox outbox) {
    this.outbox = outbox;
  }

  /** Tells what a first revision says. */
  void of(Visit visit) {
    outbox.appendAll(outcomesOf(visit));
  }

  /**
   * Tells what a correction says and the corrected revision did not, and takes back what only that
   * one said. Both are held against the life state of now, so that a correction makes no sighting
   * of what was none, and takes none back of someone whom a registrar found meanwhile.
   */
  void ofCorrection(Visit corrected, Visit correction) {
    var before = outcomesOf(corrected);
    var now = outcomesOf(correction);
    outbox.appendAll(takenBack(before, now));
    var news = new ArrayList<>(now);
    news.removeAll(before);
    outbox.appendAll(news);
  }

  /** An outcome of which only the day or the place changed is told anew, and not taken back. */
  static List<OutcomeWithdrawn> takenBack(List<ToldOutcome> before, List<ToldOutcome> now) {
    var kept = now.stream().map(OutcomeWithdrawn::of).toList();
    return before.stream().map(OutcomeWithdrawn::of).filter(one -> !kept.contains(one)).toList();
  }

  /** Tells of visits that were recorded before anyone knew whose they were. */
  void tellOf(@Observes AnonymousBecameKnown known) {
    Visit.findStandingOf(known.recordId())
        .forEach(visit -> outbox.appendAll(outcomesOf(visit, known.residentId())));
  }

  private static List<ToldOutcome> outcomesOf(Visit visit) {
    var record = Resident.<Resident>findByIdOptional(visit.residentId()).orElseThrow();
    if (visit.isWithdrawn()) {
      return List.of();
    }
    return record.isAnonymous()
        ? record.mergedInto().map(known -> outcomesOf(visit, known)).orElse(List.of())
        : outcomesOf(visit, record.id());
  }

  /**
   * What is told of a visit.
   *
   * @param residentId under which registry knows the person
   */
  private static List<ToldOutcome> outcomesOf(Visit visit, UUID residentId) {
    var facts = visit.facts();
    var record = Resident.<Resident>findByIdOptional(residentId);
    var survivor = record.flatMap(Resident::mergedInto).flatMap(Resident::findRegistered);
    var wasSought =
        Stream.of(record, survivor)
            .flatMap(known -> known.stream())
            .anyMatch(known -> known.wasSoughtOn(facts.startedOn()));
    return outcomes(visit.id(), residentId, facts, wasSought);
  }

  static List<ToldOutcome> outcomes(
      UUID visitId, UUID residentId, VisitFacts facts, boolean wasSought) {
    var outcomes = new ArrayList<ToldOutcome>();
    for (var birth : facts.births().stream().filter(Birth::alive).toList()) {
      outcomes.add(new BirthRecorded(visitId, residentId, outcomes.size() + 1, birth.bornOn()));
    }
    if (facts.referrals().stream()
        .anyMatch(referral -> referral.kind() == Referral.Kind.DISABILITY_ASSESSMENT)) {
      outcomes.add(new DisabilityAssessmentReferred(visitId, residentId, facts.startedOn()));
    }
    if (wasSought && !facts.outcome().recordsDeath()) {
      outcomes.add(
          new MissingPersonSeen(visitId, residentId, facts.startedOn(), facts.settlement()));
    }
    return outcomes;
  }
}
