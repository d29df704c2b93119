package ua.vidnova.payments.batch;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** What the places of batches are called. */
@ApplicationScoped
class Offices {

  private final AgroalDataSource database;

  @Inject
  Offices(AgroalDataSource database) {
    this.database = database;
  }

  /** Empty when it is no cash point, but the delegation of an official. */
  Optional<BatchFile.Office> find(UUID id) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement("select postal_index, name from cash_point where id = ?")) {
      query.setObject(1, id);
      var row = query.executeQuery();
      return row.next()
          ? Optional.of(new BatchFile.Office(row.getString(1), row.getString(2)))
          : Optional.empty();
    } catch (SQLException e) {
      throw new IllegalStateException("The office of a batch could not be read", e);
    }
  }
}
