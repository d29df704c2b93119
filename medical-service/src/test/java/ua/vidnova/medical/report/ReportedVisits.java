package ua.vidnova.medical.report;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.medical.resident.TestResidents;

/** Visits and trips put straight into the database, as tables of tests tell them. */
public final class ReportedVisits {

  private static final String INSERT =
      """
      insert into visit (id, resident_id, settlement, started_at, trip_id, sex, age_years, pregnant,
        outcome, died_on, follow_up_on, referral_to, needs_rehabilitation, relation_to_event,
        mds_items, corrects, correction_reason, withdrawn, consent, recorded_by, recorded_by_name,
        recorded_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'GIVEN', 'm', 'medic-1', ?)
      """;

  private ReportedVisits() {}

  /** One row of a table; texts as they stand there, empty for nothing. */
  public record Told(
      String sex,
      String age,
      String pregnant,
      String outcome,
      String rehabilitation,
      String relation,
      String items,
      String flags) {

    /** A man of forty, treated, with some items. */
    public static Told withItems(String items) {
      return new Told("MALE", "40", "", "TREATED", "", "NONE", items, "");
    }

    public Told withFlags(String told) {
      return new Told(sex, age, pregnant, outcome, rehabilitation, relation, items, told);
    }
  }

  /** Keeps the visits of {@code mds/visits.csv}, all of one day in one settlement. */
  public static Map<String, UUID> keepTable(String settlement, LocalDate day, UUID tripId) {
    var ids = new HashMap<String, UUID>();
    for (var line : lines("/mds/visits.csv")) {
      var told =
          new Told(
              line.get("sex"),
              line.get("age"),
              line.get("pregnant"),
              line.get("outcome"),
              line.get("rehabilitation"),
              line.get("relation"),
              line.get("items"),
              line.get("flags"));
      ids.put(
          line.get("row"),
          keep(
              told,
              settlement,
              day,
              tripId,
              ids.get(line.get("corrects")),
              line.get("withdrawn").equals("true")));
    }
    return ids;
  }

  /** Keeps a visit at noon and returns its id. */
  public static UUID keep(Told told, String settlement, LocalDate day) {
    return keep(told, settlement, day, null, null, false);
  }

  /** Keeps a visit, or the correction of one. */
  public static UUID keep(
      Told told, String settlement, LocalDate day, UUID tripId, UUID corrects, boolean withdrawn) {
    var id = Ids.newId();
    var resident = TestResidents.livingIn(settlement);
    var noon = day.atTime(LocalTime.NOON).atZone(KyivCalendar.KYIV).toInstant();
    try (var connection = database();
        var insert = connection.prepareStatement(INSERT)) {
      var values =
          new Object[] {
            id,
            resident,
            settlement,
            noon.atOffset(ZoneOffset.UTC),
            tripId,
            text(told.sex()),
            told.age().isEmpty() ? null : Integer.valueOf(told.age()),
            told.pregnant().isEmpty() ? null : Boolean.valueOf(told.pregnant()),
            told.outcome(),
            List.of("DECEASED", "DEAD_ON_ARRIVAL").contains(told.outcome()) ? day : null,
            told.outcome().equals("FOLLOW_UP") ? day.plusDays(14) : null,
            List.of("REFERRED", "ADMITTED").contains(told.outcome()) ? "Лікарня" : null,
            told.rehabilitation().equals("true"),
            text(told.relation()),
            connection.createArrayOf(
                "smallint", words(told.items()).stream().map(Short::valueOf).toArray()),
            corrects,
            corrects == null ? null : "Помилка в записі",
            withdrawn,
            Instant.now().atOffset(ZoneOffset.UTC)
          };
      for (var i = 0; i < values.length; i++) {
        insert.setObject(i + 1, values[i]);
      }
      insert.executeUpdate();
      for (var flag : words(told.flags())) {
        run(connection, "insert into visit_protection (visit_id, flag) values (?, ?)", id, flag);
      }
      return id;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Keeps a trip of some days with a member and stops, and returns its id. */
  public static UUID trip(
      UUID brigadeId, LocalDate from, LocalDate to, String user, String... settlements) {
    var id = Ids.newId();
    try (var connection = database()) {
      run(
          connection,
          "insert into trip (id, version, state, brigade_id, brigade_name, brigade_kind, starts_on,"
              + " ends_on) values (?, 1, 'UNDER_WAY', ?, 'Бригада «Приклад»', 'MEDICAL', ?, ?)",
          id,
          brigadeId,
          from,
          to);
      run(
          connection,
          "insert into trip_member (trip_id, user_name, role) values (?, ?, 'DOCTOR')",
          id,
          user);
      for (var i = 0; i < settlements.length; i++) {
        run(
            connection,
            "insert into trip_stop (id, trip_id, rank, settlement, hromada, on_day)"
                + " values (?, ?, ?, ?, ?, ?)",
            Ids.newId(),
            id,
            i,
            settlements[i],
            TestResidents.HROMADA,
            from);
      }
      return id;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Lines of a table among the resources of the tests. */
  public static List<CSVRecord> lines(String table) {
    try (var reader =
            new InputStreamReader(
                ReportedVisits.class.getResourceAsStream(table), StandardCharsets.UTF_8);
        var parsed =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader)) {
      return parsed.getRecords();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void run(Connection connection, String sql, Object... values) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (var i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  private static Connection database() throws SQLException {
    return Arc.container().instance(AgroalDataSource.class).get().getConnection();
  }

  private static String text(String cell) {
    return cell.isEmpty() ? null : cell;
  }

  private static List<String> words(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split(" "));
  }
}
