package ua.vidnova.registry.matching;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import ua.vidnova.registry.names.PersonName;

/**
 * Files residents under their keys. Filing twice changes nothing, so call it whenever something
 * about a resident changes; what a resident was filed under before stays, as a former name does.
 */
@ApplicationScoped
public class MatchIndex {

  private final AgroalDataSource database;
  private final EntityManager entities;

  @Inject
  MatchIndex(AgroalDataSource database, EntityManager entities) {
    this.database = database;
    this.entities = entities;
  }

  /** Files a registered resident and notes their other names, in the caller's transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void file(MatchProfile resident) {
    file(List.of(resident));
  }

  void file(Collection<MatchProfile> residents) {
    try (var connection = database.getConnection()) {
      keepKeys(connection, residents);
      for (var resident : residents) {
        keepOtherNames(connection, resident.id(), resident.otherNames());
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Residents could not be filed", e);
    }
  }

  /** Notes other names of a resident, by which they are compared from then on. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void keepNames(UUID residentId, Collection<PersonName> names) {
    try (var connection = database.getConnection()) {
      keepOtherNames(connection, residentId, names);
    } catch (SQLException e) {
      throw new IllegalStateException("Names could not be kept", e);
    }
  }

  private static void keepKeys(Connection connection, Collection<MatchProfile> residents)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            """
            insert into match_key (key, resident_id)
            select unnest(?::bigint[]), ? on conflict do nothing
            """)) {
      for (var resident : residents) {
        var keys = Arrays.stream(MatchKeys.of(resident)).boxed().toArray();
        insert.setArray(1, connection.createArrayOf("bigint", keys));
        insert.setObject(2, resident.id());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private void keepOtherNames(Connection connection, UUID id, Collection<PersonName> names)
      throws SQLException {
    if (names.isEmpty()) {
      return;
    }
    entities.flush();
    try (var insert =
        connection.prepareStatement(
            """
            insert into other_name (resident_id, family, given, patronymic) values (?, ?, ?, ?)
            on conflict do nothing
            """)) {
      for (var name : names) {
        insert.setObject(1, id);
        insert.setString(2, name.family());
        insert.setString(3, name.given());
        insert.setString(4, name.patronymic());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
