package ua.vidnova.payments.award;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;

/**
 * Lets awards and residents that arrive at the same time find each other: an import takes it alone
 * before it looks for residents, who look for awards take it together. Whoever comes second sees
 * what the first has committed. Held until the transaction ends.
 */
@ApplicationScoped
public class MatchingLock {

  private static final long KEY = 0x7669646e6f766101L;

  private final AgroalDataSource database;

  @Inject
  MatchingLock(AgroalDataSource database) {
    this.database = database;
  }

  /** For those who look for awards. */
  public void share() {
    take("select pg_advisory_xact_lock_shared(?)");
  }

  /** For an import that looks for residents. */
  public void takeAlone() {
    take("select pg_advisory_xact_lock(?)");
  }

  private void take(String lock) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(lock)) {
      statement.setLong(1, KEY);
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException("The matching lock could not be taken", e);
    }
  }
}
