package ua.vidnova.registry.imports;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * Keeps received files in the database, in pieces of one size, so that any replica can work them
 * and nobody holds one whole.
 */
@ApplicationScoped
class FilePieces {

  /** Bytes of every piece but the last. */
  static final int SIZE = 1 << 20;

  private final AgroalDataSource database;

  @Inject
  FilePieces(AgroalDataSource database) {
    this.database = database;
  }

  void append(UUID importId, int number, byte[] content) {
    try (var connection = database.getConnection();
        var insert =
            connection.prepareStatement(
                "insert into list_import_piece (import_id, number, content) values (?, ?, ?)")) {
      insert.setObject(1, importId);
      insert.setInt(2, number);
      insert.setBytes(3, content);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("A piece of a file could not be kept", e);
    }
  }

  /** The beginning of a file, at most a piece. */
  byte[] first(UUID importId) {
    return piece(importId, 0);
  }

  /** The file from a position on. */
  InputStream from(UUID importId, long position) {
    return new Pieces(importId, position);
  }

  /** Deletes a file whose import has ended, and what a dry run has noted of it. */
  void forget(UUID importId) {
    for (var table : List.of("list_import_piece", "list_import_trial")) {
      try (var connection = database.getConnection();
          var delete =
              connection.prepareStatement("delete from " + table + " where import_id = ?")) {
        delete.setObject(1, importId);
        delete.executeUpdate();
      } catch (SQLException e) {
        throw new IllegalStateException("A file could not be deleted", e);
      }
    }
  }

  /** Empty behind the last piece. */
  private byte[] piece(UUID importId, int number) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select content from list_import_piece where import_id = ? and number = ?")) {
      query.setObject(1, importId);
      query.setInt(2, number);
      var row = query.executeQuery();
      return row.next() ? row.getBytes(1) : new byte[0];
    } catch (SQLException e) {
      throw new IllegalStateException("A piece of a file could not be read", e);
    }
  }

  private final class Pieces extends InputStream {

    private final UUID importId;
    private int number;
    private ByteArrayInputStream piece;

    Pieces(UUID importId, long position) {
      this.importId = importId;
      this.number = (int) (position / SIZE);
      this.piece = new ByteArrayInputStream(piece(importId, number));
      var unused = piece.skip(position % SIZE);
    }

    @Override
    public int read() {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int from, int length) {
      var count = piece.read(target, from, length);
      if (count < 0) {
        piece = new ByteArrayInputStream(piece(importId, ++number));
        count = piece.read(target, from, length);
      }
      return count;
    }
  }
}
