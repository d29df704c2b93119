package ua.vidnova.registry.cases.receipt;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the verification of a receipt answers.
 *
 * @param auditEntryHolds whether the audit trail holds the entry of this receipt unbroken; null
 *     when nobody has such a receipt
 */
@Schema(name = "ReceiptVerification")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReceiptVerification(
    boolean genuine,
    @Schema(examples = "RESIDENCE_REGISTRATION") String service,
    String serviceNameUk,
    LocalDate submittedOn,
    Boolean auditEntryHolds) {

  static ReceiptVerification unknown() {
    return new ReceiptVerification(false, null, null, null, null);
  }
}
