package ua.vidnova.medical.trip;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ua.vidnova.medical.territory.Settlements;

/** Every version of each trip that was told, in whatever order they came. */
@ApplicationScoped
public class TripVersions {

  private static final String ADD =
      """
      insert into trip_version (trip_id, version, starts_on, ends_on, users, hromadas)
      values (?, ?, ?, ?, ?, ?)
      on conflict do nothing
      """;

  private static final String FIND =
      "select starts_on, ends_on, users, hromadas from trip_version where trip_id = ?";

  private final AgroalDataSource database;

  @Inject
  TripVersions(AgroalDataSource database) {
    this.database = database;
  }

  /** What a trip ever was; empty when nobody told of it, or not yet. */
  public Optional<TripHistory> historyOf(UUID tripId) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(FIND)) {
      query.setObject(1, tripId);
      var versions = new ArrayList<TripHistory.Version>();
      var rows = query.executeQuery();
      while (rows.next()) {
        versions.add(
            new TripHistory.Version(
                rows.getObject(1, LocalDate.class),
                rows.getObject(2, LocalDate.class),
                texts(rows.getArray(3)),
                texts(rows.getArray(4))));
      }
      return Optional.of(new TripHistory(versions)).filter(trip -> !trip.versions().isEmpty());
    } catch (SQLException e) {
      throw new IllegalStateException("The versions of a trip could not be read", e);
    }
  }

  /** Keeps a version of a trip that is there, once. */
  static void add(Connection connection, TripChanged told) throws SQLException {
    var users = told.members().stream().map(Trip.Member::user).toArray();
    var hromadas =
        told.stops().stream()
            .map(stop -> Settlements.hromadaOf(stop.settlement()))
            .distinct()
            .toArray();
    try (var insert = connection.prepareStatement(ADD)) {
      insert.setObject(1, told.tripId());
      insert.setInt(2, told.version());
      insert.setObject(3, told.startsOn());
      insert.setObject(4, told.endsOn());
      insert.setArray(5, connection.createArrayOf("text", users));
      insert.setArray(6, connection.createArrayOf("text", hromadas));
      insert.executeUpdate();
    }
  }

  private static Set<String> texts(Array array) throws SQLException {
    return Set.copyOf(Arrays.asList((String[]) array.getArray()));
  }
}
