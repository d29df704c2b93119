package ua.vidnova.payments.resumption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.OptionalLong;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.derivation.Derivations;
import ua.vidnova.payments.resumption.ResumptionState.Step;

/** The officer's step: the derivation is fixed and put before a second person. */
@ApplicationScoped
public class ProposeResumption {

  private final CaseFiles files;
  private final Derivations derivations;
  private final DeriveCase deriveCase;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final AuditTrail audit;
  private final EntityManager entities;

  @Inject
  ProposeResumption(
      CaseFiles files,
      Derivations derivations,
      DeriveCase deriveCase,
      Caller caller,
      KyivCalendar calendar,
      AuditTrail audit,
      EntityManager entities) {
    this.files = files;
    this.derivations = derivations;
    this.deriveCase = deriveCase;
    this.caller = caller;
    this.calendar = calendar;
    this.audit = audit;
    this.entities = entities;
  }

  /**
   * Proposes a case that the caller may see.
   *
   * @param expectedVersion the version that the caller has read; empty when any will do
   */
  @Transactional
  public Decision propose(UUID resumptionId, OptionalLong expectedVersion) {
    return files
        .findLocked(resumptionId)
        .map(file -> propose(file, expectedVersion))
        .orElseGet(Decision.NotFound::new);
  }

  private Decision propose(CaseFile file, OptionalLong expectedVersion) {
    var resumption = file.resumption();
    if (expectedVersion.orElse(resumption.version()) != resumption.version()) {
      return new Decision.ChangedMeanwhile();
    }
    if (!resumption.allows(Step.PROPOSE)) {
      return new Decision.NotNow(resumption.state());
    }
    if (!file.openConditions().isEmpty()) {
      return new Decision.ConditionsOpen(file.openConditions());
    }
    var derivation = deriveCase.derive(resumption, file.award());
    if (!derivation.gaps().isEmpty()) {
      return new Decision.LawMissing(derivation.gaps());
    }
    resumption.propose(caller.id(), calendar.now(), YearMonth.from(calendar.today()));
    entities.flush();
    derivations.store(resumption.id(), file.award().id(), derivation, calendar.now());
    audit.wrote("proposed", "resumption", resumption.id(), resumption.residentId());
    return new Decision.Done(files.of(resumption));
  }
}
