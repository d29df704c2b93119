package ua.vidnova.registry.matching;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.registry.matching.spelling.Spelling;

/** Counts how common names and settlements are among residents, and keeps the counts. */
@ApplicationScoped
class NameCensus {

  private static final int COUNT_MIN = 2;

  /** Each feature that is counted, with its column and the group that a value belongs to. */
  private enum Counted {
    FAMILY_NAME("family", value -> Spelling.of(value).family()),
    GIVEN_NAME("given", value -> Spelling.of(value).given()),
    PATRONYMIC("patronymic", value -> Spelling.of(value).father()),
    SETTLEMENT("settlement", UnaryOperator.identity());

    private final String column;
    private final UnaryOperator<String> group;

    Counted(String column, UnaryOperator<String> group) {
      this.column = column;
      this.group = group;
    }
  }

  private final AgroalDataSource database;
  private final KyivCalendar calendar;

  @Inject
  NameCensus(AgroalDataSource database, KyivCalendar calendar) {
    this.database = database;
    this.calendar = calendar;
  }

  /** Counts all residents anew, in one transaction; readers see the old counts until then. */
  @Transactional
  void count() {
    try (var connection = database.getConnection()) {
      execute(connection, "delete from name_frequency");
      for (var counted : Counted.values()) {
        keep(connection, counted, count(connection, counted));
      }
      try (var census =
          connection.prepareStatement(
              """
              insert into name_census (people, counted_at) select count(*), ? from resident
              on conflict (only_one) do update
                set people = excluded.people, counted_at = excluded.counted_at
              """)) {
        census.setObject(1, calendar.now().atOffset(ZoneOffset.UTC));
        census.executeUpdate();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Names could not be counted", e);
    }
  }

  /** The counts as they were last kept; of nobody before the first count. */
  NameFrequencies read() {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      var people = statement.executeQuery("select people from name_census");
      if (!people.next()) {
        return NameFrequencies.none();
      }
      var total = people.getLong(1);
      var counts = new EnumMap<Feature, Map<String, Integer>>(Feature.class);
      var rows = statement.executeQuery("select feature, value, people from name_frequency");
      while (rows.next()) {
        counts
            .computeIfAbsent(Feature.valueOf(rows.getString(1)), feature -> new HashMap<>())
            .put(rows.getString(2), rows.getInt(3));
      }
      return new NameFrequencies(total, counts);
    } catch (SQLException e) {
      throw new IllegalStateException("Frequencies of names could not be read", e);
    }
  }

  private static Map<String, Integer> count(Connection connection, Counted counted)
      throws SQLException {
    var counts = new HashMap<String, Integer>();
    try (var query =
        connection.prepareStatement(
            "select %1$s, count(*) from resident where %1$s is not null group by %1$s"
                .formatted(counted.column))) {
      query.setFetchSize(1_000);
      var rows = query.executeQuery();
      while (rows.next()) {
        counts.merge(counted.group.apply(rows.getString(1)), rows.getInt(2), Integer::sum);
      }
    }
    counts.values().removeIf(people -> people < COUNT_MIN);
    return counts;
  }

  private static void keep(Connection connection, Counted counted, Map<String, Integer> counts)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            insert into name_frequency (feature, value, people)
            select ?, * from unnest(?::text[], ?::integer[])
            """)) {
      insert.setString(1, counted.name());
      insert.setArray(2, connection.createArrayOf("text", counts.keySet().toArray()));
      insert.setArray(3, connection.createArrayOf("integer", counts.values().toArray()));
      insert.executeUpdate();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
