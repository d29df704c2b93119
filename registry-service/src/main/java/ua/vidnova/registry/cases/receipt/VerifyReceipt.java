package ua.vidnova.registry.cases.receipt;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import ua.vidnova.chassis.audit.ProveAuditEntry;
import ua.vidnova.registry.cases.ServiceCase;
import ua.vidnova.registry.services.ServiceCatalogue;

/** Tells anyone who holds a receipt whether it is genuine, and nothing about a person. */
@ApplicationScoped
public class VerifyReceipt {

  private final ProveAuditEntry proveAuditEntry;
  private final ServiceCatalogue catalogue;

  @Inject
  VerifyReceipt(ProveAuditEntry proveAuditEntry, ServiceCatalogue catalogue) {
    this.proveAuditEntry = proveAuditEntry;
    this.catalogue = catalogue;
  }

  /** Verifies a code as it stands on a receipt. */
  @Transactional
  public ReceiptVerification verify(String code) {
    return ReceiptCode.parse(code)
        .flatMap(known -> CaseReceipt.findByCode(known).map(receipt -> verify(known, receipt)))
        .orElseGet(ReceiptVerification::unknown);
  }

  private ReceiptVerification verify(ReceiptCode code, CaseReceipt receipt) {
    ServiceCase one = ServiceCase.findById(receipt.caseId());
    var seal = code.seal(one.id(), one.service(), one.submittedOn());
    var holds =
        seal.equals(receipt.id())
            && proveAuditEntry.holds(
                IssueReceipt.ACTION, IssueReceipt.OBJECT, seal, one.residentId());
    return holds
        ? new ReceiptVerification(
            true,
            one.service(),
            catalogue.get(one.service(), one.serviceFrom()).nameUk(),
            one.submittedOn(),
            true)
        : new ReceiptVerification(false, null, null, null, false);
  }
}
