package ua.vidnova.payments.grant;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.payments.grant.EligibilityRules.Asked;
import ua.vidnova.payments.programme.Programme;
import ua.vidnova.payments.programme.Programmes;
import ua.vidnova.payments.resident.Resident;

/** Puts the files of grants together, for callers within whose territories the resident lives. */
@ApplicationScoped
public class GrantFiles {

  private final Programmes programmes;
  private final GrantFacts facts;
  private final GrantRows rows;
  private final Caller caller;
  private final AgroalDataSource database;

  @Inject
  GrantFiles(
      Programmes programmes,
      GrantFacts facts,
      GrantRows rows,
      Caller caller,
      AgroalDataSource database) {
    this.programmes = programmes;
    this.facts = facts;
    this.rows = rows;
    this.caller = caller;
    this.database = database;
  }

  /**
   * What is looked for.
   *
   * @param settlements only residents who live there
   */
  public record Query(
      Optional<UUID> residentId,
      Optional<GrantState> state,
      Optional<String> programme,
      Collection<String> settlements,
      Optional<UUID> after,
      int limit) {}

  /** The grant, unless it is not there or not the caller's to see. */
  public Optional<GrantFile> find(UUID id) {
    return AidGrant.<AidGrant>findByIdOptional(id).filter(this::isCovered).map(this::of);
  }

  /** The same for a decision: the grant is locked, and the people are kept as they are. */
  Optional<GrantFile> findLocked(UUID id) {
    return AidGrant.findLocked(id)
        .filter(this::isCovered)
        .map(
            grant -> {
              facts.keepAsTheyAre(List.of(grant.question()));
              return of(grant);
            });
  }

  private boolean isCovered(AidGrant grant) {
    return caller.covers(Resident.get(grant.residentId()).person().settlement());
  }

  GrantFile of(AidGrant grant) {
    return of(List.of(grant)).getFirst();
  }

  /** In the order of ids. */
  public List<GrantFile> list(Query query) {
    return of(AidGrant.listByIds(ids(query)));
  }

  private List<GrantFile> of(List<AidGrant> grants) {
    if (grants.isEmpty()) {
      return List.of();
    }
    var papers = rows.papersOf(grants.stream().map(AidGrant::id).toList());
    var open = openConditions(grants, papers);
    var settlements = settlementsOf(grants);
    return grants.stream()
        .map(
            grant ->
                new GrantFile(
                    grant,
                    settlements.get(grant.id()),
                    papers.getOrDefault(grant.id(), List.of()),
                    open.getOrDefault(grant.id(), List.of())))
        .toList();
  }

  /** What stands in the way of those that are still proposed; those that are free are absent. */
  public Map<UUID, List<OpenCondition>> openConditions(List<AidGrant> grants) {
    return openConditions(grants, rows.papersOf(grants.stream().map(AidGrant::id).toList()));
  }

  private Map<UUID, List<OpenCondition>> openConditions(
      List<AidGrant> grants, Map<UUID, List<NewGrant.Paper>> papers) {
    var proposed = grants.stream().filter(one -> one.state() == GrantState.PROPOSED).toList();
    if (proposed.isEmpty()) {
      return Map.of();
    }
    var known = facts.of(proposed.stream().map(AidGrant::question).toList());
    Map<String, Programme> byCode =
        programmes.list().stream().collect(Collectors.toMap(Programme::code, Function.identity()));
    return proposed.stream()
        .collect(
            Collectors.toMap(
                AidGrant::id,
                grant ->
                    EligibilityRules.open(
                        byCode.get(grant.programme()),
                        new Asked(
                            grant.category(),
                            grant.fromMonth(),
                            papers.getOrDefault(grant.id(), List.of()).stream()
                                .map(NewGrant.Paper::evidence)
                                .collect(Collectors.toSet()),
                            grant.amountRowId()),
                        known.get(grant.id()))));
  }

  private Map<UUID, String> settlementsOf(List<AidGrant> grants) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select g.id, r.settlement from aid_grant g"
                    + " join person r on r.record_id = g.resident_id where g.id = any(?)")) {
      query.setArray(
          1, connection.createArrayOf("uuid", grants.stream().map(AidGrant::id).toArray()));
      var rows = query.executeQuery();
      var settlements = new HashMap<UUID, String>();
      while (rows.next()) {
        settlements.put(rows.getObject(1, UUID.class), rows.getString(2));
      }
      return settlements;
    } catch (SQLException e) {
      throw new IllegalStateException("Settlements could not be read", e);
    }
  }

  private List<UUID> ids(Query wanted) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select g.id from aid_grant g join person r on r.record_id = g.resident_id"
                    + " where r.settlement = any(?) and g.id > ?"
                    + (wanted.residentId().isPresent() ? " and ? in (r.id, r.record_id)" : "")
                    + (wanted.state().isPresent() ? " and g.state = ?" : "")
                    + (wanted.programme().isPresent() ? " and g.programme = ?" : "")
                    + " order by g.id limit ?")) {
      var parameter = 0;
      query.setArray(++parameter, connection.createArrayOf("text", wanted.settlements().toArray()));
      query.setObject(++parameter, wanted.after().orElse(new UUID(0, 0)));
      if (wanted.residentId().isPresent()) {
        query.setObject(++parameter, wanted.residentId().get());
      }
      if (wanted.state().isPresent()) {
        query.setString(++parameter, wanted.state().get().name());
      }
      if (wanted.programme().isPresent()) {
        query.setString(++parameter, wanted.programme().get());
      }
      query.setInt(++parameter, wanted.limit());
      var rows = query.executeQuery();
      var ids = new ArrayList<UUID>();
      while (rows.next()) {
        ids.add(rows.getObject(1, UUID.class));
      }
      return ids;
    } catch (SQLException e) {
      throw new IllegalStateException("Grants could not be listed", e);
    }
  }
}
