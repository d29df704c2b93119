package ua.vidnova.chassis.events;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which events have had their effect here. */
@ApplicationScoped
class Inbox {

  private final AgroalDataSource database;
  private final String service;
  private final Duration kept;

  @Inject
  Inbox(
      AgroalDataSource database,
      @ConfigProperty(name = "quarkus.application.name") String service,
      @ConfigProperty(name = "vidnova.inbox.kept") Duration kept) {
    this.database = database;
    this.service = service;
    this.kept = kept;
  }

  /** Notes the event in the current transaction; false when it was noted before. */
  boolean isFirst(String eventId) {
    try (var connection = database.getConnection();
        var insert =
            connection.prepareStatement(
                "insert into inbox_event (consumer, event_id) values (?, ?)"
                    + " on conflict do nothing")) {
      insert.setString(1, service);
      insert.setString(2, eventId);
      return insert.executeUpdate() == 1;
    } catch (SQLException e) {
      throw new IllegalStateException("The event could not be noted", e);
    }
  }

  /** Kept must be longer than Kafka keeps events, or an old one could come a second time. */
  @Scheduled(every = "6h", delayed = "10m")
  void forgetOld() {
    try (var connection = database.getConnection();
        var delete =
            connection.prepareStatement(
                "delete from inbox_event where received_at < now() - make_interval(secs => ?)")) {
      delete.setLong(1, kept.toSeconds());
      delete.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Old inbox entries could not be deleted", e);
    }
  }
}
