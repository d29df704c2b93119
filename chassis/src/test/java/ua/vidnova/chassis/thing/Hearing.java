package ua.vidnova.chassis.thing;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import ua.vidnova.chassis.events.EventHandler;
import ua.vidnova.chassis.events.IncomingEvent;

/** Notes each event; fails for residents that a test calls poisoned, after it has noted them. */
@ApplicationScoped
public class Hearing implements EventHandler<Hearing.LifeStateChanged> {

  public static final Set<UUID> POISONED = ConcurrentHashMap.newKeySet();

  @Inject AgroalDataSource database;

  public record LifeStateChanged(UUID residentId, String lifeState, LocalDate effectiveOn) {}

  @Override
  public String type() {
    return "ua.vidnova.registry.LifeStateChanged.v1";
  }

  @Override
  public Class<LifeStateChanged> dataType() {
    return LifeStateChanged.class;
  }

  @Override
  public void handle(IncomingEvent<LifeStateChanged> event) {
    try (var connection = database.getConnection();
        var insert =
            connection.prepareStatement("insert into heard (resident, what) values (?, ?)")) {
      insert.setObject(1, event.data().residentId());
      insert.setString(2, event.data().lifeState() + " " + event.data().effectiveOn());
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    if (POISONED.contains(event.data().residentId())) {
      throw new IllegalStateException("poisoned");
    }
  }
}
