package ua.vidnova.payments.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.award.Award;
import ua.vidnova.payments.awardimport.ImportedFacts;
import ua.vidnova.payments.correction.CorrectionOutcome.NotFound;
import ua.vidnova.payments.correction.CorrectionOutcome.NotNow;
import ua.vidnova.payments.correction.CorrectionOutcome.Obstacle;
import ua.vidnova.payments.correction.CorrectionOutcome.Refused;
import ua.vidnova.payments.recalculation.RecalculateAward;
import ua.vidnova.payments.recalculation.RecalculationRule.Change;
import ua.vidnova.payments.resumption.Resumption;
import ua.vidnova.payments.run.RunLock;

/**
 * The second person's step. Applied facts are the award's from then on: open cases derive from
 * them, and of a resumed award what months rose by is added and what they fell by is put before
 * people.
 */
@ApplicationScoped
public class DecideCorrection {

  private final Corrections corrections;
  private final ImportedFacts imported;
  private final RecalculateAward recalculateAward;
  private final FactsText text;
  private final RunLock runLock;
  private final EntityManager entities;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final AuditTrail audit;

  @Inject
  DecideCorrection(
      Corrections corrections,
      ImportedFacts imported,
      RecalculateAward recalculateAward,
      FactsText text,
      RunLock runLock,
      EntityManager entities,
      Caller caller,
      KyivCalendar calendar,
      AuditTrail audit) {
    this.corrections = corrections;
    this.imported = imported;
    this.recalculateAward = recalculateAward;
    this.text = text;
    this.runLock = runLock;
    this.entities = entities;
    this.caller = caller;
    this.calendar = calendar;
    this.audit = audit;
  }

  @Transactional
  public CorrectionOutcome approve(UUID id) {
    runLock.takeAlone();
    return findLocked(id).map(this::approve).orElseGet(NotFound::new);
  }

  private CorrectionOutcome approve(AwardCorrection correction) {
    if (correction.state() != AwardCorrection.State.PROPOSED) {
      return new NotNow(correction.state());
    }
    if (correction.statedBy().equals(caller.id())) {
      return new CorrectionOutcome.SamePerson();
    }
    var award = Award.getLocked(correction.awardId());
    var facts = text.read(correction.facts());
    var change = recalculateAward.find(award.id(), facts.of(award));
    var obstacle = obstacle(award, change);
    if (obstacle.isPresent()) {
      return new Refused(obstacle.get());
    }
    correction.apply(caller.id(), calendar.now());
    entities.flush();
    imported.correct(award.id(), facts);
    change.ifPresent(found -> recalculateAward.carryOut(found, correction.id()));
    audit.wrote("applied", "award-correction", correction.id(), award.residentId());
    return new CorrectionOutcome.Done(correction);
  }

  private static Optional<Obstacle> obstacle(Award award, Optional<Change> change) {
    if (award.isStopped()) {
      return Optional.of(Obstacle.AWARD_STOPPED);
    }
    if (Resumption.isProposedOf(award.id())) {
      return Optional.of(Obstacle.CASE_PROPOSED);
    }
    return change.filter(Change::lawMissing).map(any -> Obstacle.LAW_MISSING);
  }

  @Transactional
  public CorrectionOutcome refuse(UUID id, String why) {
    return findLocked(id).map(found -> refuse(found, why)).orElseGet(NotFound::new);
  }

  private CorrectionOutcome refuse(AwardCorrection correction, String why) {
    if (correction.state() != AwardCorrection.State.PROPOSED) {
      return new NotNow(correction.state());
    }
    correction.refuse(why, caller.id(), calendar.now());
    var award = Award.<Award>findById(correction.awardId());
    audit.wrote("refused", "award-correction", correction.id(), award.residentId());
    return new CorrectionOutcome.Done(correction);
  }

  private Optional<AwardCorrection> findLocked(UUID id) {
    return AwardCorrection.findLocked(id)
        .filter(found -> corrections.isVisible(id, Optional.empty()));
  }
}
