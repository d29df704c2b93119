package ua.vidnova.chassis.locks;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Has transactions about the same thing follow one another: who asks waits until the other's
 * transaction ends, and then sees what it left. By plain JDBC, because Hibernate keeps one more
 * plan for each call of a native query that names its result's class.
 */
@ApplicationScoped
public class TransactionLock {

  private final AgroalDataSource database;

  @Inject
  TransactionLock(AgroalDataSource database) {
    this.database = database;
  }

  private interface Parameter {
    void set(PreparedStatement lock) throws SQLException;
  }

  /** Waits for the others with this identifier, in the caller's transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void waitForOthersWith(String identifier) {
    take(
        "select pg_advisory_xact_lock(hashtextextended(?, 0))",
        lock -> lock.setString(1, identifier));
  }

  /** The same with a key that is a hash already. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void waitForOthersWith(long key) {
    take("select pg_advisory_xact_lock(?)", lock -> lock.setLong(1, key));
  }

  /** Lets others with this key share, and keeps out who waits for all of them. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void share(long key) {
    take("select pg_advisory_xact_lock_shared(?)", lock -> lock.setLong(1, key));
  }

  private void take(String sql, Parameter parameter) {
    try (var connection = database.getConnection();
        var lock = connection.prepareStatement(sql)) {
      parameter.set(lock);
      lock.execute();
    } catch (SQLException e) {
      throw new IllegalStateException("The lock could not be taken", e);
    }
  }
}
