package ua.vidnova.payments.heirs;

import java.util.List;
import java.util.UUID;

/**
 * A condition that is open for a claim.
 *
 * @param heirId the heir of whom it is; null when it is of the claim
 * @param papers kinds of papers that are missing; mostly empty
 */
public record OpenClaimCondition(ClaimCondition code, UUID heirId, List<String> papers) {

  static OpenClaimCondition of(ClaimCondition code, UUID heirId) {
    return new OpenClaimCondition(code, heirId, List.of());
  }
}
