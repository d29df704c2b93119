package ua.vidnova.chassis.access;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import ua.vidnova.chassis.time.KyivCalendar;

/**
 * The DPoP proofs that were used, so that none is used twice: in the database, because any replica
 * may meet the second. A proof is forgotten when it is too old to be taken anyway.
 */
@ApplicationScoped
class SeenProofs {

  private final AgroalDataSource database;
  private final KyivCalendar calendar;

  @Inject
  SeenProofs(AgroalDataSource database, KyivCalendar calendar) {
    this.database = database;
    this.calendar = calendar;
  }

  /**
   * Notes a proof that is good, in a transaction of its own.
   *
   * @return false if its owner has used it before
   */
  boolean isNew(Proof proof, Instant now) {
    try (var connection = database.getConnection();
        var insert =
            connection.prepareStatement(
                "insert into seen_proof (hash, expires_at) values (?, ?) on conflict do nothing")) {
      insert.setBytes(1, sha256(proof.keyThumbprint() + "\n" + proof.id().orElseThrow()));
      // Its owner's clock may be ahead by a lifetime, and then it is good as long again.
      insert.setTimestamp(2, Timestamp.from(now.plus(Proof.LIFETIME.multipliedBy(2))));
      return insert.executeUpdate() == 1;
    } catch (SQLException e) {
      throw new IllegalStateException("Proofs cannot be compared", e);
    }
  }

  @Scheduled(every = "1m", delayed = "1m")
  void forgetExpired() throws SQLException {
    try (var connection = database.getConnection();
        var delete = connection.prepareStatement("delete from seen_proof where expires_at < ?")) {
      delete.setTimestamp(1, Timestamp.from(calendar.now()));
      delete.executeUpdate();
    }
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
