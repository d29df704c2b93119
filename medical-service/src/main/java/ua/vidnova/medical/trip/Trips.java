package ua.vidnova.medical.trip;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ua.vidnova.medical.territory.Settlements;

/**
 * The clinic's copy of the trips. The newest version wins, so that events may come late or again.
 * By plain JDBC, as statements about needs join these tables.
 */
@ApplicationScoped
public class Trips {

  private static final String LEARN =
      """
      insert into trip
        (id, version, state, brigade_id, brigade_name, brigade_kind, starts_on, ends_on)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (id) do update set
        version = excluded.version, state = excluded.state, brigade_id = excluded.brigade_id,
        brigade_name = excluded.brigade_name, brigade_kind = excluded.brigade_kind,
        starts_on = excluded.starts_on, ends_on = excluded.ends_on
      where trip.version < excluded.version
      """;

  private static final String HROMADAS =
      """
      select distinct s.hromada
      from trip_member m
      join trip t on t.id = m.trip_id
      join trip_stop s on s.trip_id = t.id
      where m.user_name = ? and t.state <> 'CANCELLED' and t.starts_on <= ? and t.ends_on >= ?
      """;

  private static final String BRIGADES =
      """
      select distinct t.brigade_id
      from trip_member m
      join trip t on t.id = m.trip_id
      where m.user_name = ? and t.state <> 'CANCELLED' and t.starts_on <= ? and t.ends_on >= ?
      """;

  private static final String OTHERS_AHEAD =
      """
      select s.trip_id, s.id, t.brigade_name, s.settlement, s.on_day
      from trip_stop s
      join trip t on t.id = s.trip_id
      where s.settlement = any (?) and s.trip_id <> ? and s.on_day >= ?
        and t.state in ('PLANNED', 'UNDER_WAY') and t.brigade_kind <> 'ADMINISTRATIVE'
      order by s.on_day, s.id
      limit 200
      """;

  private static final String OF_USER =
      """
      select t.id
      from trip_member m
      join trip t on t.id = m.trip_id
      where m.user_name = ? and t.state <> 'CANCELLED' and ? between t.starts_on and t.ends_on
      order by t.starts_on, t.id
      """;

  private final AgroalDataSource database;

  @Inject
  Trips(AgroalDataSource database) {
    this.database = database;
  }

  /** A trip; one that was cancelled too. */
  public Optional<Trip> find(UUID id) {
    try (var connection = database.getConnection()) {
      return read(connection, List.of(id)).stream().findFirst();
    } catch (SQLException e) {
      throw new IllegalStateException("The trip could not be read", e);
    }
  }

  /** The trips on which a user is on a day, by their beginning; none that was cancelled. */
  public List<Trip> listOf(String user, LocalDate day) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(OF_USER)) {
      query.setString(1, user);
      query.setObject(2, day);
      var ids = new ArrayList<UUID>();
      var rows = query.executeQuery();
      while (rows.next()) {
        ids.add(rows.getObject(1, UUID.class));
      }
      return read(connection, ids);
    } catch (SQLException e) {
      throw new IllegalStateException("The trips of a user could not be read", e);
    }
  }

  /**
   * The hromadas at which a user's trips stop, of trips that have a day within the span; none that
   * was cancelled.
   *
   * @return KATOTTG codes
   */
  public Set<String> hromadasOf(String user, LocalDate from, LocalDate to) {
    return ofTrips(HROMADAS, String.class, user, from, to);
  }

  /** The brigades whose trips these are. */
  public Set<UUID> brigadesOf(String user, LocalDate from, LocalDate to) {
    return ofTrips(BRIGADES, UUID.class, user, from, to);
  }

  private <T> Set<T> ofTrips(String sql, Class<T> type, String user, LocalDate from, LocalDate to) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(sql)) {
      query.setString(1, user);
      query.setObject(2, to);
      query.setObject(3, from);
      var found = new HashSet<T>();
      var rows = query.executeQuery();
      while (rows.next()) {
        found.add(rows.getObject(1, type));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("The trips of a user could not be read", e);
    }
  }

  /** A stop of another trip, at which people are to be treated. */
  public record OtherStop(
      UUID tripId, UUID stopId, String brigadeName, String settlement, LocalDate on) {}

  /** Those of other trips in some settlements from a day on, by day; at most 200. */
  public List<OtherStop> listOthersAhead(
      UUID tripId, Collection<String> settlements, LocalDate from) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(OTHERS_AHEAD)) {
      query.setArray(1, connection.createArrayOf("text", settlements.toArray()));
      query.setObject(2, tripId);
      query.setObject(3, from);
      var found = new ArrayList<OtherStop>();
      var rows = query.executeQuery();
      while (rows.next()) {
        found.add(
            new OtherStop(
                rows.getObject(1, UUID.class),
                rows.getObject(2, UUID.class),
                rows.getString(3),
                rows.getString(4),
                day(rows, "on_day")));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("Stops of other trips could not be read", e);
    }
  }

  /** Takes over what coordination told; if something newer is known, only among the versions. */
  void learn(TripChanged told) {
    try (var connection = database.getConnection()) {
      var isNewest = learnTrip(connection, told);
      TripVersions.add(connection, told);
      if (isNewest) {
        forgetParts(connection, told.tripId());
        learnMembers(connection, told);
        learnStops(connection, told);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("A trip could not be kept", e);
    }
  }

  private static boolean learnTrip(Connection connection, TripChanged told) throws SQLException {
    try (var insert = connection.prepareStatement(LEARN)) {
      insert.setObject(1, told.tripId());
      insert.setInt(2, told.version());
      insert.setString(3, told.state().name());
      insert.setObject(4, told.brigadeId());
      insert.setString(5, told.brigadeName());
      insert.setString(6, told.brigadeKind().name());
      insert.setObject(7, told.startsOn());
      insert.setObject(8, told.endsOn());
      return insert.executeUpdate() > 0;
    }
  }

  private static void forgetParts(Connection connection, UUID id) throws SQLException {
    for (var table : List.of("trip_member", "trip_stop")) {
      try (var delete =
          connection.prepareStatement("delete from " + table + " where trip_id = ?")) {
        delete.setObject(1, id);
        delete.executeUpdate();
      }
    }
  }

  private static void learnMembers(Connection connection, TripChanged told) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "insert into trip_member (trip_id, user_name, role) values (?, ?, ?)")) {
      for (var member : told.members()) {
        insert.setObject(1, told.tripId());
        insert.setString(2, member.user());
        insert.setString(3, member.role().name());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void learnStops(Connection connection, TripChanged told) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "insert into trip_stop (id, trip_id, rank, settlement, hromada, on_day, place)"
                + " values (?, ?, ?, ?, ?, ?, ?)")) {
      var rank = 0;
      for (var stop : told.stops()) {
        insert.setObject(1, stop.stopId());
        insert.setObject(2, told.tripId());
        insert.setInt(3, rank++);
        insert.setString(4, stop.settlement());
        insert.setString(5, Settlements.hromadaOf(stop.settlement()));
        insert.setObject(6, stop.on());
        insert.setString(7, stop.place());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Trips in the order of their ids as given. */
  private static List<Trip> read(Connection connection, List<UUID> ids) throws SQLException {
    var members = membersOf(connection, ids);
    var stops = stopsOf(connection, ids);
    var found = new LinkedHashMap<UUID, Trip>();
    try (var query = connection.prepareStatement("select * from trip where id = any(?)")) {
      query.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      var rows = query.executeQuery();
      while (rows.next()) {
        var id = rows.getObject("id", UUID.class);
        found.put(
            id,
            new Trip(
                id,
                rows.getInt("version"),
                TripState.valueOf(rows.getString("state")),
                rows.getObject("brigade_id", UUID.class),
                rows.getString("brigade_name"),
                BrigadeKind.valueOf(rows.getString("brigade_kind")),
                day(rows, "starts_on"),
                day(rows, "ends_on"),
                members.getOrDefault(id, List.of()),
                stops.getOrDefault(id, List.of())));
      }
    }
    return ids.stream().filter(found::containsKey).map(found::get).toList();
  }

  private static Map<UUID, List<Trip.Member>> membersOf(Connection connection, Collection<UUID> ids)
      throws SQLException {
    var found = new LinkedHashMap<UUID, List<Trip.Member>>();
    try (var query =
        connection.prepareStatement(
            "select * from trip_member where trip_id = any(?) order by role, user_name")) {
      query.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      var rows = query.executeQuery();
      while (rows.next()) {
        found
            .computeIfAbsent(rows.getObject("trip_id", UUID.class), id -> new ArrayList<>())
            .add(
                new Trip.Member(
                    rows.getString("user_name"), MemberRole.valueOf(rows.getString("role"))));
      }
    }
    return found;
  }

  private static Map<UUID, List<Trip.Stop>> stopsOf(Connection connection, Collection<UUID> ids)
      throws SQLException {
    var found = new LinkedHashMap<UUID, List<Trip.Stop>>();
    try (var query =
        connection.prepareStatement(
            "select * from trip_stop where trip_id = any(?) order by rank")) {
      query.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
      var rows = query.executeQuery();
      while (rows.next()) {
        found
            .computeIfAbsent(rows.getObject("trip_id", UUID.class), id -> new ArrayList<>())
            .add(
                new Trip.Stop(
                    rows.getObject("id", UUID.class),
                    rows.getString("settlement"),
                    rows.getString("hromada"),
                    day(rows, "on_day"),
                    rows.getString("place")));
      }
    }
    return found;
  }

  private static LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }
}
