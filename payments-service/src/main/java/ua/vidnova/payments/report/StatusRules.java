package ua.vidnova.payments.report;

import java.util.Set;
import ua.vidnova.payments.partner.PartnerProfile;
import ua.vidnova.payments.run.InstructionState;

/**
 * What a status of ISO 20022's external code sets (ExternalPaymentTransactionStatus1Code,
 * ExternalPaymentGroupStatus1Code) means for an instruction. Accepted (ACTC, ACCP, ACSP) is not
 * settled; which status is, is agreed with each bank.
 */
public final class StatusRules {

  private static final Set<String> FAILED = Set.of("RJCT", "CANC");

  private StatusRules() {}

  /**
   * The outcome; ISSUED for whatever is neither settled nor failed.
   *
   * @param status never null
   * @param reason null when none was given
   */
  public static InstructionState outcome(String status, String reason, PartnerProfile profile) {
    if (FAILED.contains(status)) {
      return profile.unpaidBecause(reason == null ? status : reason);
    }
    return profile.isSettled(status) ? InstructionState.PAID : InstructionState.ISSUED;
  }
}
