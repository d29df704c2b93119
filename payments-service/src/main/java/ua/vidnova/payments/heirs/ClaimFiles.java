package ua.vidnova.payments.heirs;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.payments.grant.EligibilityRules.Facts;
import ua.vidnova.payments.grant.GrantFacts;
import ua.vidnova.payments.law.LegalTerms;
import ua.vidnova.payments.law.TermCode;
import ua.vidnova.payments.programme.Programme;
import ua.vidnova.payments.programme.Programmes;
import ua.vidnova.payments.resident.Resident;

/** Puts the files of claims together, for callers within whose territories the deceased lived. */
@ApplicationScoped
public class ClaimFiles {

  private final ClaimRows rows;
  private final GrantFacts facts;
  private final Programmes programmes;
  private final LegalTerms law;
  private final Caller caller;
  private final AgroalDataSource database;

  @Inject
  ClaimFiles(
      ClaimRows rows,
      GrantFacts facts,
      Programmes programmes,
      LegalTerms law,
      Caller caller,
      AgroalDataSource database) {
    this.rows = rows;
    this.facts = facts;
    this.programmes = programmes;
    this.law = law;
    this.caller = caller;
    this.database = database;
  }

  /**
   * What is looked for.
   *
   * @param residentId of the deceased
   * @param settlements only where the deceased lived
   */
  public record Query(
      Optional<UUID> residentId,
      Optional<ClaimState> state,
      Collection<String> settlements,
      Optional<UUID> after,
      int limit) {}

  /** The claim, unless it is not there or not the caller's to see. */
  public Optional<ClaimFile> find(UUID id) {
    return HeirClaim.<HeirClaim>findByIdOptional(id).filter(this::isCovered).map(this::of);
  }

  /** The same for a decision: the claim, the people and the awards are kept as they are. */
  Optional<ClaimFile> findLocked(UUID id) {
    return HeirClaim.findLocked(id)
        .filter(this::isCovered)
        .map(
            claim -> {
              var shares = rows.sharesOf(List.of(id)).get(id);
              facts.keepAsTheyAre(questions(claim, shares));
              rows.lock(id);
              return of(claim);
            });
  }

  private boolean isCovered(HeirClaim claim) {
    return caller.covers(Resident.get(claim.deceasedId()).person().settlement());
  }

  ClaimFile of(HeirClaim claim) {
    return of(List.of(claim)).getFirst();
  }

  /** In the order of ids. */
  public List<ClaimFile> list(Query query) {
    return of(HeirClaim.listByIds(ids(query)));
  }

  private List<ClaimFile> of(List<HeirClaim> claims) {
    var ids = claims.stream().map(HeirClaim::id).toList();
    var shares = rows.sharesOf(ids);
    var units = rows.unitsOf(ids);
    var payouts = rows.payoutsOf(ids);
    var open = openConditions(claims, shares, units);
    return claims.stream()
        .map(
            claim ->
                new ClaimFile(
                    claim,
                    units.get(claim.id()).totalMinor(),
                    shares.get(claim.id()),
                    payouts.get(claim.id()),
                    open.getOrDefault(claim.id(), List.of())))
        .toList();
  }

  private Map<UUID, List<OpenClaimCondition>> openConditions(
      List<HeirClaim> claims, Map<UUID, List<HeirShare>> shares, Map<UUID, ClaimRows.Units> units) {
    var proposed = claims.stream().filter(one -> one.state() == ClaimState.PROPOSED).toList();
    if (proposed.isEmpty()) {
      return Map.of();
    }
    var terms = law.read();
    var programme = programmes.find("HEIRS_PAYOUT").orElseThrow();
    var died = daysOfDeath(proposed.stream().map(HeirClaim::deceasedId).toList());
    var open = new HashMap<UUID, List<OpenClaimCondition>>();
    for (var claim : proposed) {
      var known = facts.of(questions(claim, shares.get(claim.id())));
      var day = claim.claimedOn();
      open.put(
          claim.id(),
          ClaimRules.open(
              new ClaimRules.Claim(
                  claim.basis(),
                  day,
                  died.get(claim.deceasedId()),
                  terms.on(day, TermCode.HEIRS_FAMILY_CLAIM_MONTHS).value(),
                  units.get(claim.id()).stand(),
                  papersNeeded(programme, claim)),
              shares.get(claim.id()).stream()
                  .map(share -> heir(share, known.get(share.heirId())))
                  .toList()));
    }
    return open;
  }

  private static Set<String> papersNeeded(Programme programme, HeirClaim claim) {
    return programme.evidenceOn(claim.claimedOn(), claim.basis().name());
  }

  private static ClaimRules.Heir heir(HeirShare share, Facts known) {
    return new ClaimRules.Heir(
        share.heirId(),
        known.evidenceLevel(),
        known.deceased(),
        known.missing(),
        share.papers().stream().map(HeirShare.Paper::evidence).collect(Collectors.toSet()));
  }

  private static List<GrantFacts.Question> questions(HeirClaim claim, List<HeirShare> shares) {
    return shares.stream()
        .map(share -> new GrantFacts.Question(share.heirId(), share.heirId(), claim.deceasedId()))
        .toList();
  }

  /** By any record of the person; those who live are absent. */
  private Map<UUID, LocalDate> daysOfDeath(List<UUID> deceasedIds) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select d.id, min(x.died_on) from resident d"
                    + " join resident x on coalesce(d.merged_into, d.id) in (x.id, x.merged_into)"
                    + " where d.id = any(?) and x.died_on is not null group by d.id")) {
      query.setArray(1, connection.createArrayOf("uuid", deceasedIds.toArray()));
      var rows = query.executeQuery();
      var days = new HashMap<UUID, LocalDate>();
      while (rows.next()) {
        days.put(rows.getObject(1, UUID.class), rows.getObject(2, LocalDate.class));
      }
      return days;
    } catch (SQLException e) {
      throw new IllegalStateException("Days of death could not be read", e);
    }
  }

  private List<UUID> ids(Query wanted) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select c.id from heir_claim c join person r on r.record_id = c.deceased_id"
                    + " where r.settlement = any(?) and c.id > ?"
                    + (wanted.residentId().isPresent() ? " and ? in (r.id, r.record_id)" : "")
                    + (wanted.state().isPresent() ? " and c.state = ?" : "")
                    + " order by c.id limit ?")) {
      var parameter = 0;
      query.setArray(++parameter, connection.createArrayOf("text", wanted.settlements().toArray()));
      query.setObject(++parameter, wanted.after().orElse(new UUID(0, 0)));
      if (wanted.residentId().isPresent()) {
        query.setObject(++parameter, wanted.residentId().get());
      }
      if (wanted.state().isPresent()) {
        query.setString(++parameter, wanted.state().get().name());
      }
      query.setInt(++parameter, wanted.limit());
      var found = query.executeQuery();
      var ids = new ArrayList<UUID>();
      while (found.next()) {
        ids.add(found.getObject(1, UUID.class));
      }
      return ids;
    } catch (SQLException e) {
      throw new IllegalStateException("Claims could not be listed", e);
    }
  }
}
