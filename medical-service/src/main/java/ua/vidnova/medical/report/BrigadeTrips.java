package ua.vidnova.medical.report;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;

/** The trips of a brigade, and whether the caller may know what was done on them. */
@ApplicationScoped
class BrigadeTrips {

  private static final String FIND =
      """
      select t.id, t.brigade_id, t.brigade_name,
        exists (select from trip_member m where m.trip_id = t.id and m.user_name = ?) as is_member,
        array(select distinct s.settlement from trip_stop s where s.trip_id = t.id) as settlements
      from trip t
      where %s and (t.state <> 'CANCELLED' and t.starts_on <= ? and t.ends_on >= ?
        or exists (
          select from visit v
          where v.trip_id = t.id and v.started_on <= ? and v.started_on >= ?
            and not v.superseded and not v.withdrawn))
      order by t.starts_on, t.id
      """;

  private final AgroalDataSource database;
  private final Caller caller;

  @Inject
  BrigadeTrips(AgroalDataSource database, Caller caller) {
    this.database = database;
    this.caller = caller;
  }

  /**
   * Trips in a span of days, and those on which somebody was seen then, whatever became of them.
   *
   * @param isMember the caller is on one of them
   * @param settlements where they stop
   */
  record Found(UUID brigadeId, String brigadeName, boolean isMember, Set<String> settlements) {}

  /** Those of a brigade; empty when there are none. */
  List<Found> ofBrigade(UUID brigadeId, Days days) {
    return find("t.brigade_id = ?", brigadeId, days);
  }

  /** One trip, whatever its days. */
  List<Found> ofTrip(UUID tripId, Days days) {
    return find("t.id = ?", tripId, days);
  }

  /** Who is on a trip knows what was done on all of them; others know their own territories. */
  boolean mayKnow(List<Found> trips, Set<String> seenIn) {
    var places = new HashSet<>(seenIn);
    trips.forEach(trip -> places.addAll(trip.settlements()));
    return isMember(trips) || places.stream().allMatch(caller::covers);
  }

  boolean isMember(List<Found> trips) {
    return trips.stream().anyMatch(Found::isMember);
  }

  private List<Found> find(String condition, UUID id, Days days) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(FIND.formatted(condition))) {
      query.setString(1, caller.name());
      query.setObject(2, id);
      query.setObject(3, days.to());
      query.setObject(4, days.from());
      query.setObject(5, days.to());
      query.setObject(6, days.from());
      var found = new ArrayList<Found>();
      var row = query.executeQuery();
      while (row.next()) {
        var settlements = (String[]) row.getArray("settlements").getArray();
        found.add(
            new Found(
                row.getObject("brigade_id", UUID.class),
                row.getString("brigade_name"),
                row.getBoolean("is_member"),
                new HashSet<>(Arrays.asList(settlements))));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("Trips could not be read", e);
    }
  }
}
