package ua.vidnova.registry.resident;

import java.time.LocalDate;
import ua.vidnova.registry.evidence.EvidenceLevel;

/**
 * The part of a resident's view to which all merged records of the person add. Everything else is
 * the survivor's own.
 *
 * @param phone null when none is known
 * @param paymentChannel null when no preference was stated
 * @param noRussianPensionDeclaredOn null while it is not declared
 */
public record SharedView(
    TaxNumber number,
    String phone,
    PaymentChannel paymentChannel,
    LocalDate noRussianPensionDeclaredOn,
    EvidenceLevel evidenceLevel) {

  /**
   * The РНОКПП, or why there is none.
   *
   * @param rnokpp null when there is none; both are null while a merged record lends its number
   */
  public record TaxNumber(String rnokpp, RnokppAbsence absence) {}

  /** The same with another number. */
  public SharedView with(TaxNumber other) {
    return new SharedView(other, phone, paymentChannel, noRussianPensionDeclaredOn, evidenceLevel);
  }

  /** The same, as of somebody whom only a list knows: a line proves nobody's identity. */
  public SharedView provingNothing() {
    return new SharedView(
        number, phone, paymentChannel, noRussianPensionDeclaredOn, EvidenceLevel.OCCUPATION_ISSUED);
  }

  @Override
  public String toString() {
    return "SharedView[withheld]";
  }
}
