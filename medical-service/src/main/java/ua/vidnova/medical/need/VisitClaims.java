package ua.vidnova.medical.need;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.medical.actor.Actor;

/**
 * Which trip has taken whom upon itself. A claim holds while the trip's stop in the settlement is
 * to come; then whoever was not visited is on the lists of others again.
 */
@ApplicationScoped
class VisitClaims {

  private final AgroalDataSource database;

  @Inject
  VisitClaims(AgroalDataSource database) {
    this.database = database;
  }

  /** Whose claim holds. */
  Optional<UUID> holder(UUID who) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement("select trip_id from visit_claim_now where who = ?")) {
      query.setObject(1, who);
      var row = query.executeQuery();
      return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
    } catch (SQLException e) {
      throw new IllegalStateException("A claim could not be read", e);
    }
  }

  /** Gives someone to a trip, whosever they were. */
  void give(UUID who, UUID tripId, String settlement, Actor by) {
    try (var connection = database.getConnection();
        var insert =
            connection.prepareStatement(
                "insert into visit_claim"
                    + " (who, trip_id, settlement, claimed_by, claimed_by_name, claimed_at)"
                    + " values (?, ?, ?, ?, ?, ?)"
                    + " on conflict (who) do update set trip_id = excluded.trip_id,"
                    + " settlement = excluded.settlement, claimed_by = excluded.claimed_by,"
                    + " claimed_by_name = excluded.claimed_by_name,"
                    + " claimed_at = excluded.claimed_at")) {
      insert.setObject(1, who);
      insert.setObject(2, tripId);
      insert.setString(3, settlement);
      insert.setString(4, by.id());
      insert.setString(5, by.name());
      insert.setObject(6, by.at().atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("A claim could not be kept", e);
    }
  }

  /** Lets someone go; false when the trip had not taken them. */
  boolean release(UUID who, UUID tripId) {
    try (var connection = database.getConnection();
        var delete =
            connection.prepareStatement("delete from visit_claim where who = ? and trip_id = ?")) {
      delete.setObject(1, who);
      delete.setObject(2, tripId);
      return delete.executeUpdate() > 0;
    } catch (SQLException e) {
      throw new IllegalStateException("A claim could not be released", e);
    }
  }

  /** Whoever a need is about is wanted at a stop: claims of other trips give way. */
  void giveWay(UUID needId, UUID stopId) {
    try (var connection = database.getConnection();
        var delete =
            connection.prepareStatement(
                "delete from visit_claim where trip_id not in"
                    + " (select trip_id from trip_stop where id = ?) and who in"
                    + " (select coalesce(r.merged_into, n.resident_id, n.id)"
                    + " from need n left join resident r on r.id = n.resident_id where n.id = ?)")) {
      delete.setObject(1, stopId);
      delete.setObject(2, needId);
      delete.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Claims could not give way", e);
    }
  }
}
