package ua.vidnova.payments.automatic;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The pensions of a list, always all of them in one statement. */
@ApplicationScoped
class ListedPensions {

  /** Whoever was met by a registrar, or decided on before, goes the ordinary way. */
  private static final String CONCERNED =
      """
      select a.id from award a
      join automatic_oblast o
        on o.programme = a.programme and o.oblast = ? and o.valid_from <= ?
       and ? < coalesce(o.valid_to, 'infinity')
       and a.first_unpaid_month >= date_trunc('month', o.stopped_from)
      where a.state = 'DORMANT' and a.settlement = ? and a.stop_reason = 'OCCUPIED_TERRITORY'
        and a.resident_id is null and a.hold is null
        and not exists (select from resumption c where c.award_id = a.id)
        and not exists (select from resident r where r.rnokpp = a.rnokpp and not r.listed)
      order by a.id
      for update of a
      """;

  /** Where somebody may be concerned; which of them are is for the law of the oblast to say. */
  private static final String SETTLEMENTS =
      """
      select distinct a.settlement from award a
      where a.state = 'DORMANT' and a.stop_reason = 'OCCUPIED_TERRITORY'
        and a.resident_id is null and a.hold is null
        and not exists (select from resumption c where c.award_id = a.id)
      """;

  private static final String MAKE_PAYEES =
      """
      insert into resident (id, settlement, family_name, given_name, patronymic, birth_date,
                            rnokpp, channel, listed)
      select a.id, a.settlement, a.family_name, a.given_name, a.patronymic, a.birth_date, a.rnokpp,
             'POST', true
      from award a where a.id = any(?)
      on conflict (id) do nothing
      """;

  private static final String OPEN_CASES =
      """
      insert into resumption (id, award_id, resident_id, kind, list_id, state, applied_on,
                              decide_by, opened_at)
      select uuidv7(), a.id, a.id, 'AUTOMATIC', ?, 'OPENED', ?, ?, ?
      from award a where a.id = any(?) order by a.id
      returning id
      """;

  /** A person who was met meanwhile, and does not live, is not resumed by a list. */
  private static final String CLOSE_OF_THE_DEAD =
      """
      update resumption c set state = 'CLOSED', closed_at = ?, version = version + 1
      where c.list_id = ? and c.state = 'PROPOSED' and exists (
        select from resident p
        join resident k on k.id = coalesce(p.merged_into, p.id)
                        or k.merged_into = coalesce(p.merged_into, p.id)
        where p.id = c.resident_id and k.life_state <> 'LIVING')
      """;

  private static final String LOCK_AWARDS =
      "select a.id from award a join resumption c on c.award_id = a.id"
          + " where c.list_id = ? and c.state = 'PROPOSED' order by a.id for update of a";

  private static final String APPROVE =
      "update resumption set state = 'APPROVED', approved_by = ?, approved_at = ?,"
          + " version = version + 1 where list_id = ? and state = 'PROPOSED'";

  private static final String RESUME =
      """
      update award a
      set state = 'RESUMED', resident_id = c.resident_id, current_from = c.first_period,
          version = a.version + 1
      from resumption c
      where c.list_id = ? and c.state = 'APPROVED' and a.id = c.award_id and a.state = 'DORMANT'
      returning a.id, c.id, a.resident_id
      """;

  private static final String MAKE_UNITS =
      """
      insert into payable_unit
        (id, award_id, month, amount_minor, currency, kind, scheduled_period, state)
      select uuidv7(), c.award_id, m.month, m.amount_minor, a.currency, 'ARREARS',
             m.scheduled_period, 'OUTSTANDING'
      from resumption c
      join award a on a.id = c.award_id
      join resumption_month m on m.resumption_id = c.id and m.scheduled_period is not null
      where c.list_id = ? and c.state = 'APPROVED'
      """;

  private static final String REFUSE =
      "update resumption set state = 'REFUSED', refused_by = ?, refused_at = ?,"
          + " refusal_reason = ?, version = version + 1 where list_id = ? and state = 'PROPOSED'";

  private static final String TOTALS =
      """
      select c.list_id, count(distinct c.id),
             coalesce(sum(m.amount_minor) filter (where m.scheduled_period is not null), 0),
             coalesce(sum(m.amount_minor) filter (where m.schedule_rule = 'FIRST_PAYMENT'), 0)
      from resumption c left join resumption_month m on m.resumption_id = c.id
      where c.list_id = any(?) and c.state in ('PROPOSED', 'APPROVED', 'RESUMED')
      group by c.list_id
      """;

  private final AgroalDataSource database;

  @Inject
  ListedPensions(AgroalDataSource database) {
    this.database = database;
  }

  /** A pension that was resumed. */
  record Resumed(UUID awardId, UUID resumptionId, UUID residentId) {}

  private interface Parameters {
    void set(PreparedStatement statement) throws SQLException;
  }

  /** Whether the law names the oblast on a day. */
  boolean isNamed(String oblast, LocalDate day) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select from automatic_oblast where oblast = ? and valid_from <= ?"
                    + " and ? < coalesce(valid_to, 'infinity')")) {
      query.setString(1, oblast);
      query.setObject(2, day);
      query.setObject(3, day);
      return query.executeQuery().next();
    } catch (SQLException e) {
      throw new IllegalStateException("The oblasts of the law could not be read", e);
    }
  }

  /** Settlements with pensions that nobody has asked for. */
  List<String> settlements() {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(SETTLEMENTS)) {
      var rows = query.executeQuery();
      var settlements = new ArrayList<String>();
      while (rows.next()) {
        settlements.add(rows.getString(1));
      }
      return settlements;
    } catch (SQLException e) {
      throw new IllegalStateException("Where pensions wait could not be read", e);
    }
  }

  /** Locks the pensions that the law of a day resumes by itself, in the order of ids. */
  List<UUID> lockConcerned(String oblast, String settlement, LocalDate day) {
    return ids(
        CONCERNED,
        query -> {
          query.setString(1, oblast);
          query.setObject(2, day);
          query.setObject(3, day);
          query.setString(4, settlement);
        });
  }

  /** Opens a case of each; returns the cases. */
  List<UUID> open(AutomaticResumption list, List<UUID> awardIds, LocalDate decideBy, Instant now) {
    write(
        MAKE_PAYEES,
        insert ->
            insert.setArray(1, insert.getConnection().createArrayOf("uuid", awardIds.toArray())));
    return ids(
        OPEN_CASES,
        insert -> {
          insert.setObject(1, list.id());
          insert.setObject(2, list.restoredOn());
          insert.setObject(3, decideBy);
          insert.setTimestamp(4, Timestamp.from(now));
          insert.setArray(5, insert.getConnection().createArrayOf("uuid", awardIds.toArray()));
        });
  }

  /** Resumes what is still proposed, exactly as proposed. */
  List<Resumed> resume(UUID listId, String approver, Instant now) {
    ids(LOCK_AWARDS, query -> query.setObject(1, listId));
    write(
        CLOSE_OF_THE_DEAD,
        update -> {
          update.setTimestamp(1, Timestamp.from(now));
          update.setObject(2, listId);
        });
    write(
        APPROVE,
        update -> {
          update.setString(1, approver);
          update.setTimestamp(2, Timestamp.from(now));
          update.setObject(3, listId);
        });
    var resumed = resumeAwards(listId);
    write(MAKE_UNITS, insert -> insert.setObject(1, listId));
    return resumed;
  }

  private List<Resumed> resumeAwards(UUID listId) {
    try (var connection = database.getConnection();
        var update = connection.prepareStatement(RESUME)) {
      update.setObject(1, listId);
      var rows = update.executeQuery();
      var resumed = new ArrayList<Resumed>();
      while (rows.next()) {
        resumed.add(
            new Resumed(
                rows.getObject(1, UUID.class),
                rows.getObject(2, UUID.class),
                rows.getObject(3, UUID.class)));
      }
      return resumed;
    } catch (SQLException e) {
      throw new IllegalStateException("The pensions of a list could not be resumed", e);
    }
  }

  void refuse(UUID listId, String by, String reason, Instant now) {
    write(
        REFUSE,
        update -> {
          update.setString(1, by);
          update.setTimestamp(2, Timestamp.from(now));
          update.setString(3, reason);
          update.setObject(4, listId);
        });
  }

  /** The lists of settlements, in the order of ids. */
  List<UUID> listsOf(Collection<String> settlements, UUID after, int limit) {
    return ids(
        "select id from automatic_resumption where settlement = any(?) and id > ?"
            + " order by id limit ?",
        query -> {
          query.setArray(1, query.getConnection().createArrayOf("text", settlements.toArray()));
          query.setObject(2, after);
          query.setInt(3, limit);
        });
  }

  /** By list; one without cases that are left is absent. */
  Map<UUID, ListTotals> totals(Collection<UUID> listIds) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(TOTALS)) {
      query.setArray(1, connection.createArrayOf("uuid", listIds.toArray()));
      var rows = query.executeQuery();
      var totals = new HashMap<UUID, ListTotals>();
      while (rows.next()) {
        totals.put(
            rows.getObject(1, UUID.class),
            new ListTotals(rows.getLong(2), rows.getLong(3), rows.getLong(4)));
      }
      return totals;
    } catch (SQLException e) {
      throw new IllegalStateException("Lists could not be totalled", e);
    }
  }

  private List<UUID> ids(String sql, Parameters parameters) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      parameters.set(statement);
      var rows = statement.executeQuery();
      var ids = new ArrayList<UUID>();
      while (rows.next()) {
        ids.add(rows.getObject(1, UUID.class));
      }
      return ids;
    } catch (SQLException e) {
      throw new IllegalStateException("The pensions of a list could not be found", e);
    }
  }

  private void write(String sql, Parameters parameters) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      parameters.set(statement);
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("A list could not be written", e);
    }
  }
}
