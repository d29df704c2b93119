package ua.vidnova.chassis.events;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * For how long the oldest event waits to be published, for the alarms: gauge {@code
 * vidnova_outbox_oldest_seconds}. Every replica shows the same, so take the maximum.
 */
@ApplicationScoped
public class OutboxAge {

  /** The first event of each shard is its oldest: a look into the index, however long the tail. */
  private static final String OLDEST =
      """
      select coalesce(extract(epoch from clock_timestamp() - min(oldest.occurred_at)), 0)
      from outbox_shard shard
      cross join lateral (
        select o.occurred_at from outbox_event o where o.shard = shard.shard
        order by o.sequence limit 1) oldest
      """;

  private final DataSource database;

  @Inject
  OutboxAge(DataSource database) {
    this.database = database;
  }

  void show(@Observes StartupEvent event, MeterRegistry metrics) {
    Gauge.builder("vidnova.outbox.oldest.seconds", this, OutboxAge::seconds)
        .description("Age of the oldest event that is not published")
        .register(metrics);
  }

  /** Seconds, 0 when everything is published. */
  double seconds() {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(OLDEST)) {
      var row = query.executeQuery();
      row.next();
      return Math.max(0, row.getDouble(1));
    } catch (SQLException e) {
      throw new IllegalStateException("The outbox could not be looked at", e);
    }
  }
}
