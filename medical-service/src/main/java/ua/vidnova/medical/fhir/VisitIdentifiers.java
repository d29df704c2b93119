package ua.vidnova.medical.fhir;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hl7.fhir.r4.model.Identifier;
import ua.vidnova.chassis.locks.TransactionLock;

/** What other systems call a visit; each name stands for one visit for ever. */
@ApplicationScoped
public class VisitIdentifiers {

  private final AgroalDataSource database;
  private final TransactionLock lock;

  @Inject
  VisitIdentifiers(AgroalDataSource database, TransactionLock lock) {
    this.database = database;
    this.lock = lock;
  }

  /**
   * True when no visit has any of the names; then nobody gives one of them until the commit.
   *
   * @param identifiers in an order that is the same for all who ask
   */
  public boolean areFree(Collection<Identifier> identifiers) {
    identifiers.forEach(one -> lock.waitForOthersWith(one.getSystem() + "|" + one.getValue()));
    return identifiers.stream().allMatch(one -> find(one.getSystem(), one.getValue()).isEmpty());
  }

  /** The visit of that name, if there is one. */
  public Optional<UUID> find(String system, String value) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select visit_id from visit_identifier where system = ? and value = ?")) {
      query.setString(1, system);
      query.setString(2, value);
      var row = query.executeQuery();
      return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
    } catch (SQLException e) {
      throw new IllegalStateException("Identifiers could not be read", e);
    }
  }

  /** Names of visits, by visit. */
  Map<UUID, List<Identifier>> of(Collection<UUID> visitIds) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select visit_id, system, value from visit_identifier where visit_id = any(?)"
                    + " order by system, value")) {
      query.setArray(1, connection.createArrayOf("uuid", visitIds.toArray()));
      var rows = query.executeQuery();
      var identifiers = new HashMap<UUID, List<Identifier>>();
      while (rows.next()) {
        identifiers
            .computeIfAbsent(rows.getObject(1, UUID.class), id -> new ArrayList<>())
            .add(new Identifier().setSystem(rows.getString(2)).setValue(rows.getString(3)));
      }
      return identifiers;
    } catch (SQLException e) {
      throw new IllegalStateException("Identifiers could not be read", e);
    }
  }

  /** Gives a visit its names, in the caller's transaction. */
  public void give(UUID visitId, Collection<Identifier> identifiers) {
    try (var connection = database.getConnection();
        var insert =
            connection.prepareStatement(
                "insert into visit_identifier (system, value, visit_id) values (?, ?, ?)")) {
      for (var identifier : identifiers) {
        insert.setString(1, identifier.getSystem());
        insert.setString(2, identifier.getValue());
        insert.setObject(3, visitId);
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("Identifiers could not be written", e);
    }
  }
}
