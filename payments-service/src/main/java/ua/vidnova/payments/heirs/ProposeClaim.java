package ua.vidnova.payments.heirs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.locks.TransactionLock;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.heirs.UnpaidOnDeath.Month;
import ua.vidnova.payments.resident.Resident;

/** The officer's step: all that was unpaid is claimed, and divided among the heirs. */
@ApplicationScoped
public class ProposeClaim {

  private final UnpaidOnDeath unpaid;
  private final ClaimRows rows;
  private final ClaimFiles files;
  private final TransactionLock lock;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final AuditTrail audit;

  @Inject
  ProposeClaim(
      UnpaidOnDeath unpaid,
      ClaimRows rows,
      ClaimFiles files,
      TransactionLock lock,
      Caller caller,
      KyivCalendar calendar,
      AuditTrail audit) {
    this.unpaid = unpaid;
    this.rows = rows;
    this.files = files;
    this.lock = lock;
    this.caller = caller;
    this.calendar = calendar;
    this.audit = audit;
  }

  @Transactional
  public ClaimProposal propose(UUID deceasedId, ClaimBasis basis, List<HeirShare> shares) {
    var settlement = settlementOf(deceasedId).filter(caller::covers);
    if (settlement.isEmpty()) {
      return unacceptable("deceasedId", "unknown", "There is no such resident for you.");
    }
    if (basis == ClaimBasis.FAMILY
        && !ShareRules.areEqual(shares.stream().map(HeirShare::weight).toList())) {
      return unacceptable("heirs", "not-equal", "The family's parts are equal.");
    }
    var unknown =
        shares.stream()
            .filter(share -> settlementOf(share.heirId()).isEmpty())
            .map(shares::indexOf)
            .findFirst();
    if (unknown.isPresent()) {
      return unacceptable(
          "heirs[" + unknown.get() + "].residentId", "unknown", "There is no such resident.");
    }
    lock.waitForOthersWith("heirs of " + Resident.get(deceasedId).personId());
    var left = left(deceasedId, settlement.get());
    return left.isEmpty() ? new ClaimProposal.NothingLeft() : keep(deceasedId, basis, shares, left);
  }

  private static Optional<String> settlementOf(UUID residentId) {
    return Resident.<Resident>findByIdOptional(residentId)
        .map(resident -> resident.person().settlement());
  }

  private List<Month> left(UUID deceasedId, String settlement) {
    return unpaid
        .list(
            new UnpaidOnDeath.Query(
                Optional.of(deceasedId), Set.of(settlement), Optional.empty(), 1))
        .stream()
        .flatMap(deceased -> deceased.months().stream())
        .filter(month -> !month.claimed())
        .toList();
  }

  private ClaimProposal keep(
      UUID deceasedId, ClaimBasis basis, List<HeirShare> shares, List<Month> left) {
    var claim =
        new HeirClaim(
            Ids.newId(), deceasedId, basis, calendar.today(), caller.id(), calendar.now());
    claim.persist();
    if (!rows.keep(
        claim.id(), left.stream().map(Month::unitId).toList(), shares, payouts(left, shares))) {
      throw new IllegalStateException("Units of " + claim.id() + " were claimed behind the lock");
    }
    var file = files.of(claim);
    audit.wrote("proposed", "heir-claim", claim.id(), deceasedId);
    audit.wroteAll(
        "proposed", "heir-claim", claim.id(), shares.stream().map(HeirShare::heirId).toList());
    return new ClaimProposal.Made(file);
  }

  /** Each programme is divided by itself, since its money is. */
  private static List<Payout> payouts(List<Month> left, List<HeirShare> shares) {
    Map<String, Long> totals =
        left.stream()
            .collect(
                Collectors.groupingBy(
                    Month::programme,
                    TreeMap::new,
                    Collectors.reducing(0L, Month::amountMinor, Math::addExact)));
    var weights = shares.stream().collect(Collectors.toMap(HeirShare::heirId, HeirShare::weight));
    var payouts = new ArrayList<Payout>();
    totals.forEach(
        (programme, total) ->
            ShareRules.divide(total, weights)
                .forEach(
                    (heir, minor) -> {
                      if (minor > 0) {
                        payouts.add(new Payout(Ids.newId(), heir, programme, minor, null));
                      }
                    }));
    return payouts;
  }

  private static ClaimProposal unacceptable(String field, String code, String message) {
    return new ClaimProposal.Unacceptable(field, code, message);
  }
}
