package ua.vidnova.chassis.thing;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Lets a test look into the database. */
@ApplicationScoped
public class TestDatabaseReader {

  @Inject AgroalDataSource database;

  /** The first column of each row. */
  public List<String> texts(String sql, Object... parameters) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(sql)) {
      for (var i = 0; i < parameters.length; i++) {
        query.setObject(i + 1, parameters[i]);
      }
      var rows = query.executeQuery();
      var found = new ArrayList<String>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  public long count(String sql, Object... parameters) {
    return Long.parseLong(texts(sql, parameters).getFirst());
  }

  public void execute(String sql) {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
