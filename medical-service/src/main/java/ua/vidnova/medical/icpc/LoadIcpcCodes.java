package ua.vidnova.medical.icpc;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.locks.TransactionLock;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.chassis.problems.Problems;

/** Puts a file in the place of the whole dictionary, or leaves the dictionary as it was. */
@ApplicationScoped
public class LoadIcpcCodes {

  private static final int BATCH = 1000;
  private static final String INSERT =
      "insert into icpc_code (code, kind, name_uk, name_en, withdrawn_on) values (?, ?, ?, ?, ?)";

  private final AgroalDataSource database;
  private final TransactionLock lock;
  private final AuditTrail auditTrail;

  @Inject
  LoadIcpcCodes(AgroalDataSource database, TransactionLock lock, AuditTrail auditTrail) {
    this.database = database;
    this.lock = lock;
    this.auditTrail = auditTrail;
  }

  /**
   * Loads a dictionary; visits keep the codes that they have.
   *
   * @return how many codes there are now
   * @throws ProblemException 400 when the file cannot be read, 422 naming what is wrong in which
   *     line
   */
  @Transactional
  public int load(InputStream bytes) {
    lock.waitForOthersWith("icpc-dictionary");
    var count = 0;
    try (var file = IcpcFile.open(bytes);
        var connection = database.getConnection()) {
      clear(connection);
      try (var insert = connection.prepareStatement(INSERT)) {
        for (var codes = file.next(BATCH); !codes.isEmpty(); codes = file.next(BATCH)) {
          insert(insert, codes);
          count += codes.size();
        }
      }
      if (!file.errors().isEmpty()) {
        throw new ProblemException(Problems.invalid(file.errors()));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    auditTrail.wrote("loaded", "icpc-dictionary", null, null);
    return count;
  }

  private static void clear(Connection connection) throws SQLException {
    try (var delete = connection.prepareStatement("delete from icpc_code")) {
      delete.executeUpdate();
    }
  }

  private static void insert(PreparedStatement insert, List<IcpcCode> codes) throws SQLException {
    for (var code : codes) {
      insert.setString(1, code.code());
      insert.setString(2, code.kind().name());
      insert.setString(3, code.nameUk());
      insert.setString(4, code.nameEn());
      insert.setObject(5, code.withdrawnOn());
      insert.addBatch();
    }
    insert.executeBatch();
  }
}
