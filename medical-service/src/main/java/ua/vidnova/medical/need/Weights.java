package ua.vidnova.medical.need;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.medical.actor.Actor;

/** The editions of what gives how many points. By plain JDBC, an edition with its weights. */
@ApplicationScoped
public class Weights {

  /** Of those up to a day the last, and of one day what was said last. */
  private static final String IN_FORCE =
      """
      select d.day, e.*, w.factor, w.threshold, w.points
      from unnest(?::date[]) as d (day)
      cross join lateral (
        select * from priority_edition where valid_from <= d.day
        order by valid_from desc, id desc limit 1) e
      join priority_weight w on w.edition_id = e.id
      order by d.day, w.factor, w.threshold
      """;

  private static final String LIST =
      """
      select e.id as day, e.*, w.factor, w.threshold, w.points
      from (
        select * from priority_edition where ?::uuid is null or id < ?
        order by id desc limit ?) e
      join priority_weight w on w.edition_id = e.id
      order by e.id desc, w.factor, w.threshold
      """;

  private final AgroalDataSource database;

  @Inject
  Weights(AgroalDataSource database) {
    this.database = database;
  }

  /** That in force on a day; empty before the first. */
  public Optional<PriorityEdition> inForce(LocalDate day) {
    return Optional.ofNullable(inForce(List.of(day)).get(day));
  }

  /** The same for several days. */
  Map<LocalDate, PriorityEdition> inForce(Collection<LocalDate> days) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(IN_FORCE)) {
      query.setArray(1, connection.createArrayOf("date", days.stream().distinct().toArray()));
      return read(query, LocalDate.class);
    } catch (SQLException e) {
      throw new IllegalStateException("The weights in force could not be read", e);
    }
  }

  /** All that was ever said, newest first. */
  public List<PriorityEdition> listBefore(Optional<UUID> id, int max) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(LIST)) {
      query.setObject(1, id.orElse(null));
      query.setObject(2, id.orElse(null));
      query.setInt(3, max);
      return List.copyOf(read(query, UUID.class).values());
    } catch (SQLException e) {
      throw new IllegalStateException("The editions of weights could not be read", e);
    }
  }

  void add(PriorityEdition edition, Actor by) {
    try (var connection = database.getConnection()) {
      addEdition(connection, edition, by);
      addWeights(connection, edition);
    } catch (SQLException e) {
      throw new IllegalStateException("An edition of weights could not be kept", e);
    }
  }

  private static void addEdition(Connection connection, PriorityEdition edition, Actor by)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "insert into priority_edition"
                + " (id, valid_from, source, stated_by, stated_by_name, stated_at)"
                + " values (?, ?, ?, ?, ?, ?)")) {
      insert.setObject(1, edition.id());
      insert.setObject(2, edition.validFrom());
      insert.setString(3, edition.source());
      insert.setString(4, by.id());
      insert.setString(5, by.name());
      insert.setObject(6, by.at().atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  private static void addWeights(Connection connection, PriorityEdition edition)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "insert into priority_weight (edition_id, factor, threshold, points)"
                + " values (?, ?, ?, ?)")) {
      for (var weight : edition.weights()) {
        insert.setObject(1, edition.id());
        insert.setString(2, weight.factor().name());
        insert.setInt(3, weight.threshold());
        insert.setInt(4, weight.points());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Rows of one key, the first column, are one edition. */
  private static <K> Map<K, PriorityEdition> read(PreparedStatement query, Class<K> key)
      throws SQLException {
    var editions = new LinkedHashMap<K, PriorityEdition>();
    var rows = query.executeQuery();
    while (rows.next()) {
      var of = rows.getObject(1, key);
      if (!editions.containsKey(of)) {
        editions.put(of, edition(rows));
      }
      editions
          .get(of)
          .weights()
          .add(
              new Weight(
                  Factor.valueOf(rows.getString("factor")),
                  rows.getInt("threshold"),
                  rows.getInt("points")));
    }
    return editions;
  }

  private static PriorityEdition edition(ResultSet row) throws SQLException {
    return new PriorityEdition(
        row.getObject("id", UUID.class),
        row.getObject("valid_from", LocalDate.class),
        row.getString("source"),
        row.getString("stated_by_name"),
        row.getObject("stated_at", OffsetDateTime.class).toInstant(),
        new ArrayList<>());
  }
}
