package ua.vidnova.registry.cases.receipt;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** That a receipt of a case was printed; whoever holds the paper holds the code. */
@Entity
@Immutable
public class CaseReceipt extends PanacheEntityBase {

  @Id private UUID id;

  @SuppressWarnings("UnusedVariable") // for queries
  private byte[] codeHash;

  private UUID caseId;

  @SuppressWarnings("UnusedVariable") // for the record
  private Instant issuedAt;

  protected CaseReceipt() {}

  static CaseReceipt issue(UUID id, ReceiptCode code, UUID caseId, Instant at) {
    var receipt = new CaseReceipt();
    receipt.id = id;
    receipt.codeHash = code.hash();
    receipt.caseId = caseId;
    receipt.issuedAt = at;
    receipt.persist();
    return receipt;
  }

  static Optional<CaseReceipt> findByCode(ReceiptCode code) {
    return find("codeHash", code.hash()).firstResultOptional();
  }

  UUID id() {
    return id;
  }

  UUID caseId() {
    return caseId;
  }
}
