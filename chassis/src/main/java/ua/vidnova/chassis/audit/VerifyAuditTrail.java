package ua.vidnova.chassis.audit;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Proves that the audit trail is whole, or names the first broken link. */
@ApplicationScoped
public class VerifyAuditTrail {

  private final AgroalDataSource database;

  @Inject
  VerifyAuditTrail(AgroalDataSource database) {
    this.database = database;
  }

  /**
   * What was found.
   *
   * @param entries how many entries were checked
   * @param heads each lane's last hash in hex, to be noted elsewhere as proof of a later cut
   * @param firstBreak the first broken link; null when the trail is whole
   */
  public record Verification(boolean whole, long entries, List<String> heads, Break firstBreak) {}

  /** A link that does not hold: an entry changed, missing, added, or the end cut off. */
  public record Break(int lane, long position, String reason) {}

  private record Lane(long entries, String head, Optional<Break> broken) {}

  /** Reads every entry once, in a snapshot of its own; memory stays bounded. */
  public Verification verify() {
    try (var connection = database.getConnection()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setReadOnly(true);
      try {
        var lanes =
            IntStream.range(0, AuditTrail.LANES).mapToObj(lane -> check(connection, lane)).toList();
        var firstBreak = lanes.stream().flatMap(lane -> lane.broken().stream()).findFirst();
        return new Verification(
            firstBreak.isEmpty(),
            lanes.stream().mapToLong(Lane::entries).sum(),
            lanes.stream().map(Lane::head).toList(),
            firstBreak.orElse(null));
      } finally {
        connection.rollback();
        connection.setReadOnly(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The audit trail could not be read", e);
    }
  }

  private static Lane check(Connection connection, int lane) {
    try (var query =
        connection.prepareStatement("select * from audit_entry where lane = ? order by position")) {
      query.setInt(1, lane);
      query.setFetchSize(1000);
      var hash = new byte[32];
      var position = 0L;
      var rows = query.executeQuery();
      while (rows.next()) {
        var entry = AuditReader.entryOf(rows);
        if (entry.position() != position + 1) {
          return broken(lane, position, position + 1, "an entry is missing");
        }
        position = entry.position();
        hash = entry.hashAfter(hash);
        if (!Arrays.equals(hash, rows.getBytes("hash"))) {
          return broken(lane, position, position, "the entry is not what was written");
        }
      }
      return againstHead(connection, lane, position, hash);
    } catch (SQLException e) {
      throw new IllegalStateException("The audit trail could not be read", e);
    }
  }

  private static Lane againstHead(Connection connection, int lane, long position, byte[] hash)
      throws SQLException {
    try (var query =
        connection.prepareStatement("select position, hash from audit_lane where lane = ?")) {
      query.setInt(1, lane);
      var row = query.executeQuery();
      if (!row.next() || row.getLong(1) != position || !Arrays.equals(row.getBytes(2), hash)) {
        return broken(lane, position, position + 1, "the end of the lane was cut or replaced");
      }
      return new Lane(position, HexFormat.of().formatHex(hash), Optional.empty());
    }
  }

  private static Lane broken(int lane, long checked, long position, String reason) {
    return new Lane(checked, "", Optional.of(new Break(lane, position, reason)));
  }
}
