package ua.vidnova.payments.heirs;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ua.vidnova.chassis.sql.Statements;

/** Writes what belongs to claims: shares, papers, claimed units, payouts and the heirs' awards. */
@ApplicationScoped
class ClaimRows {

  private static final String CLAIM_UNITS =
      "insert into heir_claim_unit (claim_id, unit_id) select ?, * from unnest(?::uuid[])"
          + " on conflict do nothing";

  /** Awards are locked before units, as everywhere. */
  private static final String LOCK_AWARDS =
      "select a.id from award a where a.id in (select u.award_id from heir_claim_unit c"
          + " join payable_unit u on u.id = c.unit_id where c.claim_id = ?) order by a.id for update";

  private static final String PASS_ON =
      "update payable_unit u set state = 'PASSED_TO_HEIRS' from heir_claim_unit c"
          + " where c.claim_id = ? and u.id = c.unit_id and u.state = 'UNPAID_ON_DEATH'";

  private static final String NAME_AWARDS =
      "update heir_payout set award_id = uuidv7() where claim_id = ?";

  private static final String MAKE_AWARDS =
      """
      insert into award (id, programme, organisation, rnokpp, family_name, given_name, patronymic,
                         birth_date, monthly_amount_minor, settlement, state, resident_id, about_id,
                         current_from, last_month)
      select o.award_id, 'HEIRS_PAYOUT', p.payer, m.rnokpp, m.family_name, m.given_name,
             m.patronymic, m.birth_date, o.amount_minor, m.settlement, 'RESUMED', o.heir_id,
             c.deceased_id, ?, ?
      from heir_payout o
      join heir_claim c on c.id = o.claim_id
      join programme p on p.code = 'HEIRS_PAYOUT'
      join resident r on r.id = o.heir_id
      left join resident s on s.id = r.merged_into and s.identity_told_at is not null
      join resident m on m.id = coalesce(s.id, r.id)
      where o.claim_id = ?
      """;

  private static final String MAKE_UNITS =
      """
      insert into payable_unit
        (id, award_id, month, amount_minor, currency, kind, scheduled_period, state)
      select uuidv7(), o.award_id, ?, o.amount_minor, 'UAH', 'CURRENT', ?, 'OUTSTANDING'
      from heir_payout o where o.claim_id = ?
      """;

  private static final String UNITS =
      "select c.claim_id, count(*) as units, sum(u.amount_minor) as total,"
          + " bool_and(u.state = 'UNPAID_ON_DEATH') as stand"
          + " from heir_claim_unit c join payable_unit u on u.id = c.unit_id"
          + " where c.claim_id = any(?) group by c.claim_id";

  private final AgroalDataSource database;
  private final EntityManager entities;

  @Inject
  ClaimRows(AgroalDataSource database, EntityManager entities) {
    this.database = database;
    this.entities = entities;
  }

  /**
   * Keeps what a persisted claim is about.
   *
   * @return false when another live claim has one of the units
   */
  boolean keep(UUID claimId, List<UUID> units, List<HeirShare> shares, List<Payout> payouts) {
    entities.flush();
    try (var connection = database.getConnection()) {
      try (var claim = connection.prepareStatement(CLAIM_UNITS)) {
        claim.setObject(1, claimId);
        claim.setArray(2, connection.createArrayOf("uuid", units.toArray()));
        if (claim.executeUpdate() < units.size()) {
          return false;
        }
      }
      keepShares(connection, claimId, shares);
      keepPayouts(connection, claimId, payouts);
      return true;
    } catch (SQLException e) {
      throw new IllegalStateException("The claim could not be written", e);
    }
  }

  private static void keepShares(Connection connection, UUID claimId, List<HeirShare> shares)
      throws SQLException {
    try (var share =
            connection.prepareStatement(
                "insert into heir_share (claim_id, heir_id, weight) values (?, ?, ?)");
        var paper =
            connection.prepareStatement(
                "insert into heir_paper (claim_id, heir_id, evidence, document_id)"
                    + " values (?, ?, ?, ?)")) {
      for (var one : shares) {
        share.setObject(1, claimId);
        share.setObject(2, one.heirId());
        share.setInt(3, one.weight());
        share.addBatch();
        for (var seen : one.papers()) {
          paper.setObject(1, claimId);
          paper.setObject(2, one.heirId());
          paper.setString(3, seen.evidence());
          paper.setObject(4, seen.documentId());
          paper.addBatch();
        }
      }
      share.executeBatch();
      paper.executeBatch();
    }
  }

  private static void keepPayouts(Connection connection, UUID claimId, List<Payout> payouts)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "insert into heir_payout (id, claim_id, heir_id, programme, amount_minor)"
                + " values (?, ?, ?, ?, ?)")) {
      for (var one : payouts) {
        insert.setObject(1, one.id());
        insert.setObject(2, claimId);
        insert.setObject(3, one.heirId());
        insert.setString(4, one.programme());
        insert.setLong(5, one.amountMinor());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Locks the awards that the claimed units are of, so that nothing changes these meanwhile. */
  void lock(UUID claimId) {
    execute(LOCK_AWARDS, claimId);
  }

  /** The units become the heirs': each payout an award of its heir, due in a period. */
  void passOn(UUID claimId, YearMonth period) {
    entities.flush();
    var day = period.atDay(1);
    execute(NAME_AWARDS, claimId);
    execute(MAKE_AWARDS, day, day, claimId);
    execute(PASS_ON, claimId);
    execute(MAKE_UNITS, day, day, claimId);
  }

  /** A refused claim leaves its units for another. */
  void release(UUID claimId) {
    entities.flush();
    execute("update heir_claim_unit set released = true where claim_id = ?", claimId);
  }

  private void execute(String sql, Object... parameters) {
    try (var connection = database.getConnection()) {
      Statements.execute(connection, sql, parameters);
    } catch (SQLException e) {
      throw new IllegalStateException("The claim could not be carried out", e);
    }
  }

  /**
   * What a claim is for.
   *
   * @param totalMinor kopiykas
   * @param stand whether all of it is still unpaid
   */
  record Units(int count, long totalMinor, boolean stand) {}

  Map<UUID, Units> unitsOf(Collection<UUID> claimIds) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(UNITS)) {
      query.setArray(1, connection.createArrayOf("uuid", claimIds.toArray()));
      var rows = query.executeQuery();
      var units = new HashMap<UUID, Units>();
      while (rows.next()) {
        units.put(
            rows.getObject("claim_id", UUID.class),
            new Units(rows.getInt("units"), rows.getLong("total"), rows.getBoolean("stand")));
      }
      return units;
    } catch (SQLException e) {
      throw new IllegalStateException("Claimed units could not be read", e);
    }
  }

  Map<UUID, List<HeirShare>> sharesOf(Collection<UUID> claimIds) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select s.claim_id, s.heir_id, s.weight, p.evidence, p.document_id"
                    + " from heir_share s left join heir_paper p using (claim_id, heir_id)"
                    + " where s.claim_id = any(?) order by s.claim_id, s.heir_id, p.evidence")) {
      query.setArray(1, connection.createArrayOf("uuid", claimIds.toArray()));
      var rows = query.executeQuery();
      var shares = new HashMap<UUID, LinkedHashMap<UUID, HeirShare>>();
      while (rows.next()) {
        var heir = rows.getObject("heir_id", UUID.class);
        var weight = rows.getInt("weight");
        var share =
            shares
                .computeIfAbsent(
                    rows.getObject("claim_id", UUID.class), any -> new LinkedHashMap<>())
                .computeIfAbsent(heir, any -> new HeirShare(heir, weight, new ArrayList<>()));
        if (rows.getString("evidence") != null) {
          share
              .papers()
              .add(
                  new HeirShare.Paper(
                      rows.getString("evidence"), rows.getObject("document_id", UUID.class)));
        }
      }
      var lists = new HashMap<UUID, List<HeirShare>>();
      shares.forEach((claim, heirs) -> lists.put(claim, List.copyOf(heirs.values())));
      return lists;
    } catch (SQLException e) {
      throw new IllegalStateException("Shares could not be read", e);
    }
  }

  Map<UUID, List<Payout>> payoutsOf(Collection<UUID> claimIds) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select id, claim_id, heir_id, programme, amount_minor, award_id from heir_payout"
                    + " where claim_id = any(?) order by claim_id, heir_id, programme")) {
      query.setArray(1, connection.createArrayOf("uuid", claimIds.toArray()));
      var rows = query.executeQuery();
      var payouts = new HashMap<UUID, List<Payout>>();
      while (rows.next()) {
        payouts
            .computeIfAbsent(rows.getObject("claim_id", UUID.class), any -> new ArrayList<>())
            .add(
                new Payout(
                    rows.getObject("id", UUID.class),
                    rows.getObject("heir_id", UUID.class),
                    rows.getString("programme"),
                    rows.getLong("amount_minor"),
                    rows.getObject("award_id", UUID.class)));
      }
      return payouts;
    } catch (SQLException e) {
      throw new IllegalStateException("Payouts could not be read", e);
    }
  }
}
