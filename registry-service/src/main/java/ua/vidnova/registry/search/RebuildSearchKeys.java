package ua.vidnova.registry.search;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.UUID;
import org.jboss.logging.Logger;
import ua.vidnova.registry.names.PersonName;
import ua.vidnova.registry.names.SearchKey;

/**
 * Makes the keys of all residents anew when the way of making them has changed, a thousand at a
 * time, while the service works. It goes on where it stood after a stop, on whichever replica.
 */
@ApplicationScoped
public class RebuildSearchKeys {

  private static final Logger LOG = Logger.getLogger(RebuildSearchKeys.class);
  private static final int AT_ONCE = 1000;

  private final AgroalDataSource database;

  @Inject
  RebuildSearchKeys(AgroalDataSource database) {
    this.database = database;
  }

  /** Works until every key is of the present version, or another replica is at it. */
  @Scheduled(every = "5m", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  public void rebuild() {
    var more = true;
    while (more) {
      more = step();
    }
  }

  private boolean step() {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        var more = step(connection);
        connection.commit();
        return more;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Search keys could not be made anew", e);
    }
  }

  private static boolean step(Connection connection) throws SQLException {
    try (var query =
        connection.prepareStatement(
            "select after_id from search_key_rebuild where version < ? for update skip locked")) {
      query.setInt(1, SearchKey.VERSION);
      var row = query.executeQuery();
      return row.next() && rebuildAfter(connection, row.getObject(1, UUID.class));
    }
  }

  private static boolean rebuildAfter(Connection connection, UUID after) throws SQLException {
    var ids = new ArrayList<UUID>();
    var keys = new ArrayList<String>();
    try (var query =
        connection.prepareStatement(
            "select id, family, given, patronymic from resident where id > ? order by id limit ?")) {
      query.setObject(1, after);
      query.setInt(2, AT_ONCE);
      var rows = query.executeQuery();
      while (rows.next()) {
        ids.add(rows.getObject(1, UUID.class));
        keys.add(
            SearchKey.of(new PersonName(rows.getString(2), rows.getString(3), rows.getString(4))));
      }
    }
    if (ids.isEmpty()) {
      finish(connection);
      return false;
    }
    replace(connection, ids.toArray(), keys.toArray());
    goOnAfter(connection, ids.getLast());
    return true;
  }

  private static void replace(Connection connection, Object[] ids, Object[] keys)
      throws SQLException {
    try (var update =
        connection.prepareStatement(
            "update resident r set search_key = n.key"
                + " from unnest(?::uuid[], ?::text[]) as n (id, key)"
                + " where r.id = n.id and r.search_key <> n.key")) {
      update.setArray(1, connection.createArrayOf("uuid", ids));
      update.setArray(2, connection.createArrayOf("text", keys));
      update.executeUpdate();
    }
  }

  private static void goOnAfter(Connection connection, UUID last) throws SQLException {
    try (var update = connection.prepareStatement("update search_key_rebuild set after_id = ?")) {
      update.setObject(1, last);
      update.executeUpdate();
    }
  }

  private static void finish(Connection connection) throws SQLException {
    try (var update =
        connection.prepareStatement(
            "update search_key_rebuild"
                + " set version = ?, after_id = '00000000-0000-0000-0000-000000000000'")) {
      update.setInt(1, SearchKey.VERSION);
      update.executeUpdate();
    }
    LOG.infof("Search keys are of version %d", SearchKey.VERSION);
  }
}
