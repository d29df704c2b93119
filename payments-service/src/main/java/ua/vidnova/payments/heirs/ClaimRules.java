package ua.vidnova.payments.heirs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import ua.vidnova.payments.resident.EvidenceLevel;

/** Finds what still stands in the way of a claim (Law 1058-IV art. 52). */
public final class ClaimRules {

  private ClaimRules() {}

  /**
   * What is known of the claim.
   *
   * @param diedOn null when the registry does not hold the person dead
   * @param familyMonths months from the death within which the family claims
   * @param sumsStand whether all that it is for is still unpaid
   */
  public record Claim(
      ClaimBasis basis,
      LocalDate claimedOn,
      LocalDate diedOn,
      int familyMonths,
      boolean sumsStand,
      Set<String> papersNeeded) {}

  /**
   * What is known of an heir.
   *
   * @param evidenceLevel null while nobody has identified them
   * @param papers kinds of papers that were seen
   */
  public record Heir(
      UUID id,
      EvidenceLevel evidenceLevel,
      boolean deceased,
      boolean missing,
      Set<String> papers) {}

  /** Returns what is open, the claim's own first; empty when it may be approved. */
  public static List<OpenClaimCondition> open(Claim claim, List<Heir> heirs) {
    var open = new ArrayList<OpenClaimCondition>();
    add(open, claim.diedOn() == null, ClaimCondition.DEATH_NOT_RECORDED, null);
    add(open, !claim.sumsStand(), ClaimCondition.SUMS_CHANGED, null);
    add(open, isLate(claim), ClaimCondition.TERM_PASSED, null);
    heirs.forEach(heir -> open.addAll(open(claim, heir)));
    return open;
  }

  private static List<OpenClaimCondition> open(Claim claim, Heir heir) {
    var open = new ArrayList<OpenClaimCondition>();
    add(open, heir.deceased(), ClaimCondition.HEIR_DECEASED, heir.id());
    add(open, heir.missing(), ClaimCondition.HEIR_MISSING, heir.id());
    add(open, heir.evidenceLevel() == null, ClaimCondition.HEIR_NOT_IDENTIFIED, heir.id());
    add(
        open,
        heir.evidenceLevel() != null && !heir.evidenceLevel().provesIdentity(),
        ClaimCondition.EVIDENCE_INSUFFICIENT,
        heir.id());
    var missing =
        claim.papersNeeded().stream().filter(paper -> !heir.papers().contains(paper)).toList();
    if (!missing.isEmpty()) {
      open.add(new OpenClaimCondition(ClaimCondition.PAPERS_MISSING, heir.id(), missing));
    }
    return open;
  }

  private static boolean isLate(Claim claim) {
    return claim.basis() == ClaimBasis.FAMILY
        && claim.diedOn() != null
        && claim.claimedOn().isAfter(claim.diedOn().plusMonths(claim.familyMonths()));
  }

  private static void add(
      List<OpenClaimCondition> open, boolean holds, ClaimCondition condition, UUID heirId) {
    if (holds) {
      open.add(OpenClaimCondition.of(condition, heirId));
    }
  }
}
