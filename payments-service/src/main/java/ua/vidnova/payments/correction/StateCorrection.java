package ua.vidnova.payments.correction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.award.Award;
import ua.vidnova.payments.awardimport.ImportedFacts;
import ua.vidnova.payments.awardimport.StatedFacts;
import ua.vidnova.payments.correction.CorrectionOutcome.Faulty;
import ua.vidnova.payments.correction.CorrectionOutcome.NotFound;
import ua.vidnova.payments.correction.CorrectionOutcome.Obstacle;
import ua.vidnova.payments.correction.CorrectionOutcome.Refused;

/** An organisation states other facts of an award that it had told; an approver here decides. */
@ApplicationScoped
public class StateCorrection {

  private final ImportedFacts imported;
  private final FactsText text;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final AuditTrail audit;

  @Inject
  StateCorrection(
      ImportedFacts imported,
      FactsText text,
      Caller caller,
      KyivCalendar calendar,
      AuditTrail audit) {
    this.imported = imported;
    this.text = text;
    this.caller = caller;
    this.calendar = calendar;
    this.audit = audit;
  }

  /**
   * States the facts of one's own award as they are now.
   *
   * @param rnokpp the number by which the award was told
   */
  @Transactional
  public CorrectionOutcome state(
      String organisation, String rnokpp, String reason, StatedFacts facts) {
    return imported
        .findAward(organisation, rnokpp)
        .map(award -> state(award, organisation, reason, facts))
        .orElseGet(NotFound::new);
  }

  private CorrectionOutcome state(
      UUID awardId, String organisation, String reason, StatedFacts facts) {
    var award = Award.getLocked(awardId);
    var fault = fault(award, facts);
    if (fault.isPresent()) {
      return fault.get();
    }
    if (award.isStopped()) {
      return new Refused(Obstacle.AWARD_STOPPED);
    }
    if (AwardCorrection.isProposedOf(awardId)) {
      return new Refused(Obstacle.ANOTHER_PROPOSED);
    }
    var known = imported.get(awardId);
    if (known.equals(facts)) {
      return new Refused(Obstacle.NOTHING_DIFFERS);
    }
    var correction =
        AwardCorrection.propose(
            new AwardCorrection.Statement(
                awardId,
                organisation,
                reason,
                text.write(facts),
                text.write(known),
                caller.id(),
                calendar.now()));
    audit.wrote("stated", "award-correction", correction.id(), award.residentId());
    return new CorrectionOutcome.Done(correction);
  }

  /** The same as of an award's line. */
  private static Optional<Faulty> fault(Award award, StatedFacts facts) {
    var grantedOn = facts.details().grantedOn();
    if (grantedOn == null) {
      return Optional.empty();
    }
    if (grantedOn.isBefore(award.birthDate())) {
      return Optional.of(new Faulty("facts.grantedOn", "before-birth", "Not before the birth."));
    }
    return YearMonth.from(grantedOn).isAfter(award.firstUnpaidMonth())
        ? Optional.of(
            new Faulty("facts.grantedOn", "after-stop", "Not after the first unpaid month."))
        : Optional.empty();
  }
}
