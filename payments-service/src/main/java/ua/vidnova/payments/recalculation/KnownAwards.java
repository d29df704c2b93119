package ua.vidnova.payments.recalculation;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import ua.vidnova.contracts.identifiers.Rnokpp;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.payments.award.AwardFacts;
import ua.vidnova.payments.award.PensionKind;
import ua.vidnova.payments.recalculation.RecalculationRule.Known;
import ua.vidnova.payments.recalculation.RecalculationRule.Made;

/** Reads resumed awards with their amounts and units, some hundred at a time in four queries. */
@ApplicationScoped
class KnownAwards {

  private static final String AWARDS =
      """
      select id, resident_id, pension_kind, granted_on, base_amount_minor, monthly_amount_minor,
             insurance_years, working, sex, rnokpp, birth_date, first_unpaid_month, current_from
      from award where state = 'RESUMED' and programme = 'PENSION'
      """;

  private static final String IN_FORCE =
      """
      select distinct on (award_id, from_month) award_id, from_month as month, amount_minor
      from award_amount where award_id = any(?) order by award_id, from_month, id desc
      """;

  private static final String MADE =
      """
      select award_id, month, sum(amount_minor)::bigint as amount_minor,
             max(scheduled_period) as period
      from payable_unit u where award_id = any(?) and month >= ? and state <> 'NOT_DUE'
        and not exists (
          select from overlap_not_owed o
          where o.award_id = u.award_id and u.month between o.from_month and o.to_month)
      group by award_id, month
      """;

  private static final String OPEN_FALLS =
      """
      select award_id, month, amount_minor from difference
      where award_id = any(?) and month >= ? and kind = 'AMOUNT_FELL' and lapsed_at is null
      """;

  private final AgroalDataSource database;

  @Inject
  KnownAwards(AgroalDataSource database) {
    this.database = database;
  }

  /** Reads the awards behind one, in the order of ids. */
  List<Known> readBehind(UUID last, int limit, YearMonth from) {
    return readBehind(last, limit, from, "");
  }

  /** The same, and keeps them from being stopped or resumed until the transaction ends. */
  List<Known> lockBehind(UUID last, int limit, YearMonth from) {
    return readBehind(last, limit, from, "for no key update");
  }

  private List<Known> readBehind(UUID last, int limit, YearMonth from, String lock) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(AWARDS + "and id > ? order by id limit ? " + lock)) {
      query.setObject(1, last);
      query.setInt(2, limit);
      var awards = awards(query);
      if (!awards.isEmpty()) {
        fill(connection, awards, from);
      }
      return List.copyOf(awards.values());
    } catch (SQLException e) {
      throw new IllegalStateException("Awards could not be read", e);
    }
  }

  /** One award with all its months; empty unless it is resumed. */
  Optional<Known> find(UUID awardId) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(AWARDS + "and id = ?")) {
      query.setObject(1, awardId);
      var awards = awards(query);
      for (var award : awards.values()) {
        fill(connection, awards, award.facts().firstUnpaidMonth());
      }
      return awards.values().stream().findFirst();
    } catch (SQLException e) {
      throw new IllegalStateException("An award could not be read", e);
    }
  }

  private static Map<UUID, Known> awards(PreparedStatement query) throws SQLException {
    var rows = query.executeQuery();
    var awards = new LinkedHashMap<UUID, Known>();
    while (rows.next()) {
      var id = rows.getObject("id", UUID.class);
      awards.put(
          id,
          new Known(
              id,
              rows.getObject("resident_id", UUID.class),
              facts(rows),
              month(rows, "current_from"),
              new TreeMap<>(),
              new TreeMap<>(),
              new HashMap<>()));
    }
    return awards;
  }

  private static AwardFacts facts(ResultSet row) throws SQLException {
    var kind = row.getString("pension_kind");
    var sex = row.getString("sex");
    return new AwardFacts(
        kind == null ? null : PensionKind.valueOf(kind),
        row.getObject("granted_on", LocalDate.class),
        row.getObject("base_amount_minor", Long.class),
        row.getLong("monthly_amount_minor"),
        row.getObject("insurance_years", Integer.class),
        row.getObject("working", Boolean.class),
        sex == null ? Rnokpp.sex(row.getString("rnokpp")) : Sex.valueOf(sex),
        row.getObject("birth_date", LocalDate.class),
        month(row, "first_unpaid_month"));
  }

  private static void fill(Connection connection, Map<UUID, Known> awards, YearMonth from)
      throws SQLException {
    var ids = connection.createArrayOf("uuid", awards.keySet().toArray());
    try (var inForce = connection.prepareStatement(IN_FORCE);
        var made = connection.prepareStatement(MADE);
        var falls = connection.prepareStatement(OPEN_FALLS)) {
      inForce.setArray(1, ids);
      for (var row : rows(inForce)) {
        awards.get(row.awardId()).inForce().put(row.month(), row.amountMinor());
      }
      made.setArray(1, ids);
      made.setObject(2, from.atDay(1));
      for (var row : rows(made)) {
        awards
            .get(row.awardId())
            .made()
            .put(row.month(), new Made(row.amountMinor(), row.period()));
      }
      falls.setArray(1, ids);
      falls.setObject(2, from.atDay(1));
      for (var row : rows(falls)) {
        awards.get(row.awardId()).openFalls().put(row.month(), row.amountMinor());
      }
    }
  }

  private record Row(UUID awardId, YearMonth month, long amountMinor, YearMonth period) {}

  private static List<Row> rows(PreparedStatement query) throws SQLException {
    var found = new ArrayList<Row>();
    var rows = query.executeQuery();
    var withPeriod = rows.getMetaData().getColumnCount() > 3;
    while (rows.next()) {
      found.add(
          new Row(
              rows.getObject("award_id", UUID.class),
              month(rows, "month"),
              rows.getLong("amount_minor"),
              withPeriod ? month(rows, "period") : null));
    }
    return found;
  }

  private static YearMonth month(ResultSet row, String column) throws SQLException {
    return YearMonth.from(row.getObject(column, LocalDate.class));
  }
}
