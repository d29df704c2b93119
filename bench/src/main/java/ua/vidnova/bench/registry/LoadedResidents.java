package ua.vidnova.bench.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import ua.vidnova.bench.Run;
import ua.vidnova.bench.people.Person;
import ua.vidnova.bench.people.Population;
import ua.vidnova.bench.service.BenchService;
import ua.vidnova.registry.matching.Feature;
import ua.vidnova.registry.matching.spelling.Spelling;

/** The many residents that the registry is measured with; loaded once, kept for later runs. */
final class LoadedResidents {
  static final String DATABASE = "registry";

  private final BenchService registry;
  private final Run run;

  LoadedResidents(BenchService registry, Run run) {
    this.registry = registry;
    this.run = run;
  }

  /** The people who are loaded, in the order in which they were. */
  Stream<Person> people() {
    return new Population(run.seed(), 0, 0).people(run.residents());
  }

  /**
   * Brings a running service whose database holds these residents and perhaps some that earlier
   * runs registered.
   *
   * @return how long loading took; empty if they were there
   */
  Optional<Duration> ensure() {
    registry.startOn(DATABASE);
    if (areThere()) {
      return Optional.empty();
    }
    return Optional.of(load());
  }

  /** Loads them into a fresh database; the service runs on it when this returns. */
  Duration load() {
    registry.stopService();
    registry.dropDatabase(DATABASE);
    registry.startOn(DATABASE);
    registry.stopService();
    run.progress().printf("Loading %,d residents, seed %d%n", run.residents(), run.seed());
    var took = new CopyResidents(registry.database(), run.progress()).copy(people());
    try (var connection = registry.database().connect()) {
      keepCensus(connection);
      mark(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("The census could not be kept", e);
    }
    registry.startOn(DATABASE);
    return took;
  }

  private boolean areThere() {
    try (var connection = registry.database().connect();
        var query = connection.prepareStatement("select obj_description(?::regclass)")) {
      query.setString(1, "resident");
      var row = query.executeQuery();
      return row.next() && content().equals(row.getString(1));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void mark(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("comment on table resident is '%s'".formatted(content()));
    }
  }

  private String content() {
    return "bench: %d residents of seed %d".formatted(run.residents(), run.seed());
  }

  /** What a matching run of the registry counts: how common each name and settlement is. */
  private void keepCensus(Connection connection) throws SQLException {
    var counts = new EnumMap<Feature, Map<String, Integer>>(Feature.class);
    people()
        .forEach(
            person -> {
              var name = Registrations.name(person);
              count(counts, Feature.FAMILY_NAME, name.family(), s -> Spelling.of(s).family());
              count(counts, Feature.GIVEN_NAME, name.given(), s -> Spelling.of(s).given());
              count(counts, Feature.PATRONYMIC, name.patronymic(), s -> Spelling.of(s).father());
              count(counts, Feature.SETTLEMENT, person.settlement(), s -> s);
            });
    try (var insert =
            connection.prepareStatement(
                "insert into name_frequency (feature, value, people) values (?, ?, ?)");
        var census =
            connection.prepareStatement(
                "insert into name_census (people, counted_at) values (?, now())")) {
      for (var feature : counts.entrySet()) {
        for (var value : feature.getValue().entrySet()) {
          insert.setString(1, feature.getKey().name());
          insert.setString(2, value.getKey());
          insert.setInt(3, value.getValue());
          insert.addBatch();
        }
      }
      insert.executeBatch();
      census.setLong(1, run.residents());
      census.executeUpdate();
    }
  }

  private static void count(
      Map<Feature, Map<String, Integer>> counts,
      Feature feature,
      String value,
      Function<String, String> group) {
    counts
        .computeIfAbsent(feature, f -> new HashMap<>())
        .merge(group.apply(value), 1, Integer::sum);
  }
}
