package ua.vidnova.payments.heirs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.time.KyivCalendar;

/** The second person's step: the sums become the heirs', or the claim is refused with a reason. */
@ApplicationScoped
public class DecideClaim {

  private final ClaimFiles files;
  private final ClaimRows rows;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final AuditTrail audit;

  @Inject
  DecideClaim(
      ClaimFiles files, ClaimRows rows, Caller caller, KyivCalendar calendar, AuditTrail audit) {
    this.files = files;
    this.rows = rows;
    this.caller = caller;
    this.calendar = calendar;
    this.audit = audit;
  }

  /** Approves a claim that the caller may see. */
  @Transactional
  public ClaimDecision approve(UUID id) {
    return files.findLocked(id).map(this::approve).orElseGet(ClaimDecision.NotFound::new);
  }

  private ClaimDecision approve(ClaimFile file) {
    var claim = file.claim();
    if (claim.state() != ClaimState.PROPOSED) {
      return new ClaimDecision.NotNow(claim.state());
    }
    if (claim.proposedBy().equals(caller.id())) {
      return new ClaimDecision.SamePerson();
    }
    if (!file.openConditions().isEmpty()) {
      return new ClaimDecision.ConditionsOpen(file.openConditions());
    }
    claim.approve(caller.id(), calendar.now());
    rows.passOn(claim.id(), YearMonth.from(calendar.today()));
    return done("approved", claim, file);
  }

  /** Refuses a claim that the caller may see; who proposed it may withdraw it so. */
  @Transactional
  public ClaimDecision refuse(UUID id, String reason) {
    return files
        .findLocked(id)
        .map(file -> refuse(file, reason))
        .orElseGet(ClaimDecision.NotFound::new);
  }

  private ClaimDecision refuse(ClaimFile file, String reason) {
    var claim = file.claim();
    if (claim.state() != ClaimState.PROPOSED) {
      return new ClaimDecision.NotNow(claim.state());
    }
    claim.refuse(caller.id(), calendar.now(), reason);
    rows.release(claim.id());
    return done("refused", claim, file);
  }

  private ClaimDecision done(String action, HeirClaim claim, ClaimFile file) {
    var done = new ClaimDecision.Done(files.of(claim));
    audit.wrote(action, "heir-claim", claim.id(), claim.deceasedId());
    audit.wroteAll(
        action, "heir-claim", claim.id(), file.shares().stream().map(HeirShare::heirId).toList());
    return done;
  }
}
