package ua.vidnova.medical.household;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * The clinic's copy of the households. The newest version wins, so that events may come late or
 * again. Members are kept as they were told; statements about them follow merges, as statements
 * about visits do.
 */
@ApplicationScoped
class Households {

  private static final String LEARN =
      """
      insert into household (id, version) values (?, ?)
      on conflict (id) do update set version = excluded.version
      where household.version < excluded.version
      """;

  private final AgroalDataSource database;

  @Inject
  Households(AgroalDataSource database) {
    this.database = database;
  }

  /** Takes over what registry told, unless something newer is known. */
  void learn(HouseholdChanged told) {
    try (var connection = database.getConnection()) {
      if (isNews(connection, told)) {
        forgetMembers(connection, told.householdId());
        learnMembers(connection, told.householdId(), told.residentIds());
      }
    } catch (SQLException e) {
      throw new IllegalStateException("A household could not be kept", e);
    }
  }

  private static boolean isNews(Connection connection, HouseholdChanged told) throws SQLException {
    try (var insert = connection.prepareStatement(LEARN)) {
      insert.setObject(1, told.householdId());
      insert.setLong(2, told.version());
      return insert.executeUpdate() > 0;
    }
  }

  private static void forgetMembers(Connection connection, UUID id) throws SQLException {
    try (var delete =
        connection.prepareStatement("delete from household_member where household_id = ?")) {
      delete.setObject(1, id);
      delete.executeUpdate();
    }
  }

  private static void learnMembers(Connection connection, UUID id, List<UUID> residentIds)
      throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "insert into household_member (household_id, resident_id) select ?, unnest(?::uuid[])")) {
      insert.setObject(1, id);
      insert.setArray(2, connection.createArrayOf("uuid", residentIds.toArray()));
      insert.executeUpdate();
    }
  }
}
