package ua.vidnova.payments.grant;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Writes grants, and the awards and units that approved ones become, many at a time. */
@ApplicationScoped
public class GrantRows {

  private static final String INSERT =
      """
      insert into aid_grant (id, programme, category, resident_id, about_id, from_month, last_month,
                             amount_minor, amount_row_id, list_id, state, proposed_by, proposed_at,
                             once)
      select n.id, n.programme, n.category, n.resident_id, n.about_id, n.from_month, n.last_month,
             n.amount, n.amount_row, n.list_id, 'PROPOSED', ?, ?, p.kind = 'ONE_OFF'
      from unnest(?::uuid[], ?::text[], ?::text[], ?::uuid[], ?::uuid[], ?::date[], ?::date[],
                  ?::bigint[], ?::uuid[], ?::uuid[]) with ordinality
        as n (id, programme, category, resident_id, about_id, from_month, last_month, amount,
              amount_row, list_id, place)
      join programme p on p.code = n.programme
      order by n.place
      on conflict do nothing
      returning id
      """;

  private static final String INSERT_PAPERS =
      """
      insert into aid_grant_evidence (grant_id, evidence, document_id)
      select * from unnest(?::uuid[], ?::text[], ?::uuid[])
      """;

  private static final String APPROVE =
      """
      with decided as (
        update aid_grant
        set state = 'APPROVED', approved_by = ?, approved_at = ?, award_id = uuidv7(),
            version = version + 1
        where id = any(?) and state = 'PROPOSED'
        returning *),
      awards as (
        insert into award (id, programme, organisation, rnokpp, family_name, given_name, patronymic,
                           birth_date, monthly_amount_minor, settlement, state, resident_id,
                           about_id, current_from, last_month)
        select d.award_id, d.programme, p.payer, m.rnokpp, m.family_name, m.given_name,
               m.patronymic, m.birth_date, d.amount_minor, m.settlement, 'RESUMED', d.resident_id,
               d.about_id, d.from_month, d.last_month
        from decided d
        join programme p on p.code = d.programme
        join resident r on r.id = d.resident_id
        left join resident s on s.id = r.merged_into and s.identity_told_at is not null
        join resident m on m.id = coalesce(s.id, r.id))
      select id from decided
      """;

  /** What is paid once is owed from now on; what recurs is made payable by the runs. */
  private static final String MAKE_UNITS =
      """
      insert into payable_unit
        (id, award_id, month, amount_minor, currency, kind, scheduled_period, state)
      select uuidv7(), g.award_id, g.from_month, g.amount_minor, 'UAH', 'CURRENT',
             greatest(g.from_month, ?::date), 'OUTSTANDING'
      from aid_grant g where g.id = any(?) and g.once
      """;

  private final AgroalDataSource database;
  private final EntityManager entities;
  private final LaterAmounts laterAmounts;

  @Inject
  GrantRows(AgroalDataSource database, EntityManager entities, LaterAmounts laterAmounts) {
    this.database = database;
    this.entities = entities;
    this.laterAmounts = laterAmounts;
  }

  /**
   * Keeps grants in their order, so that of two that are the same the first stays.
   *
   * @return the ids of those that were kept; the others had been granted or proposed before
   */
  public Set<UUID> insert(List<NewGrant> grants, String by, Instant at) {
    if (grants.isEmpty()) {
      return Set.of();
    }
    try (var connection = database.getConnection();
        var insert = connection.prepareStatement(INSERT)) {
      var columns = new Columns(connection, grants);
      insert.setString(1, by);
      insert.setTimestamp(2, Timestamp.from(at));
      insert.setArray(3, columns.of("uuid", NewGrant::id));
      insert.setArray(4, columns.of("text", one -> one.programme().code()));
      insert.setArray(5, columns.of("text", one -> one.amount().category()));
      insert.setArray(6, columns.of("uuid", NewGrant::residentId));
      insert.setArray(7, columns.of("uuid", NewGrant::aboutId));
      insert.setArray(8, columns.of("date", one -> firstDay(one.from())));
      insert.setArray(9, columns.of("date", one -> firstDay(one.lastMonth())));
      insert.setArray(10, columns.of("bigint", NewGrant::amountMinor));
      insert.setArray(11, columns.of("uuid", one -> one.amount().id()));
      insert.setArray(12, columns.of("uuid", NewGrant::listId));
      var kept = new HashSet<UUID>();
      var rows = insert.executeQuery();
      while (rows.next()) {
        kept.add(rows.getObject(1, UUID.class));
      }
      insertPapers(connection, grants.stream().filter(one -> kept.contains(one.id())).toList());
      return kept;
    } catch (SQLException e) {
      throw new IllegalStateException("Grants could not be written", e);
    }
  }

  private record Seen(UUID grantId, NewGrant.Paper paper) {}

  private static void insertPapers(Connection connection, List<NewGrant> grants)
      throws SQLException {
    var seen =
        grants.stream()
            .flatMap(one -> one.papers().stream().map(paper -> new Seen(one.id(), paper)))
            .toList();
    try (var insert = connection.prepareStatement(INSERT_PAPERS)) {
      insert.setArray(
          1, connection.createArrayOf("uuid", seen.stream().map(Seen::grantId).toArray()));
      insert.setArray(
          2,
          connection.createArrayOf(
              "text", seen.stream().map(one -> one.paper().evidence()).toArray()));
      insert.setArray(
          3,
          connection.createArrayOf(
              "uuid", seen.stream().map(one -> one.paper().documentId()).toArray()));
      insert.executeUpdate();
    }
  }

  /**
   * Approves proposed grants: each becomes an award, and a one-off a unit.
   *
   * @param period the month in which what is paid once is due
   */
  public Set<UUID> approve(Collection<UUID> ids, String by, Instant at, YearMonth period) {
    entities.flush();
    try (var connection = database.getConnection();
        var approve = connection.prepareStatement(APPROVE);
        var makeUnits = connection.prepareStatement(MAKE_UNITS)) {
      approve.setString(1, by);
      approve.setTimestamp(2, Timestamp.from(at));
      approve.setArray(3, connection.createArrayOf("uuid", ids.toArray()));
      var approved = new HashSet<UUID>();
      var rows = approve.executeQuery();
      while (rows.next()) {
        approved.add(rows.getObject(1, UUID.class));
      }
      makeUnits.setObject(1, period.atDay(1));
      makeUnits.setArray(2, connection.createArrayOf("uuid", approved.toArray()));
      makeUnits.executeUpdate();
      laterAmounts.bringTo(approved, at);
      return approved;
    } catch (SQLException e) {
      throw new IllegalStateException("Grants could not be approved", e);
    }
  }

  /** The papers of grants, in the order of their kinds. */
  public Map<UUID, List<NewGrant.Paper>> papersOf(Collection<UUID> grantIds) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select grant_id, evidence, document_id from aid_grant_evidence"
                    + " where grant_id = any(?) order by grant_id, evidence")) {
      query.setArray(1, connection.createArrayOf("uuid", grantIds.toArray()));
      var rows = query.executeQuery();
      var papers = new HashMap<UUID, List<NewGrant.Paper>>();
      while (rows.next()) {
        papers
            .computeIfAbsent(rows.getObject(1, UUID.class), any -> new ArrayList<>())
            .add(new NewGrant.Paper(rows.getString(2), rows.getObject(3, UUID.class)));
      }
      return papers;
    } catch (SQLException e) {
      throw new IllegalStateException("Papers could not be read", e);
    }
  }

  private static Date firstDay(YearMonth month) {
    return month == null ? null : Date.valueOf(month.atDay(1));
  }

  private record Columns(Connection connection, List<NewGrant> grants) {

    Array of(String type, Function<NewGrant, Object> value) throws SQLException {
      return connection.createArrayOf(type, grants.stream().map(value).toArray());
    }
  }
}
