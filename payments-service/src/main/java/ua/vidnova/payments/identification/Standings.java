package ua.vidnova.payments.identification;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Reads when people were last identified, from all their records and from the officers' own. */
@ApplicationScoped
public class Standings {

  private final AgroalDataSource database;
  private final EntityManager entities;

  @Inject
  Standings(AgroalDataSource database, EntityManager entities) {
    this.database = database;
    this.entities = entities;
  }

  /** By record; every record that is known has an entry. */
  public Map<UUID, Standing> of(Collection<UUID> recordIds) {
    entities.flush();
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select record_id, identified_on, declared_on from person_standing"
                    + " where record_id = any(?)")) {
      query.setArray(1, connection.createArrayOf("uuid", recordIds.toArray()));
      var rows = query.executeQuery();
      var found = new HashMap<UUID, Standing>();
      while (rows.next()) {
        found.put(
            rows.getObject("record_id", UUID.class),
            new Standing(
                rows.getObject("identified_on", LocalDate.class),
                rows.getObject("declared_on", LocalDate.class)));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("Identifications could not be read", e);
    }
  }
}
