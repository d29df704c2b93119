package ua.vidnova.payments.batch;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;

/** Keeps the files of batches byte for byte, in parts, so that neither way holds a file whole. */
@ApplicationScoped
public class BatchFileStore {

  private static final int PART_BYTES = 128 * 1024;

  private final AgroalDataSource database;

  @Inject
  BatchFileStore(AgroalDataSource database) {
    this.database = database;
  }

  /** Writes the content of a file. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** What identifies a file once written. */
  record Sealed(byte[] sha256, long length) {}

  Sealed write(UUID batchId, Content content) {
    try (var connection = database.getConnection();
        var insert =
            connection.prepareStatement(
                "insert into batch_file_part (batch_id, part, content) values (?, ?, ?)")) {
      var digest = MessageDigest.getInstance("SHA-256");
      var parts = new Parts(insert, batchId);
      var out = new BufferedOutputStream(new DigestOutputStream(parts, digest), PART_BYTES);
      content.writeTo(out);
      out.flush();
      return new Sealed(digest.digest(), parts.length);
    } catch (SQLException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("The file could not be kept", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Copies a file that was handed over. */
  public void copy(UUID batchId, OutputStream out) throws IOException {
    for (var part = 0; ; part++) {
      var content = read(batchId, part);
      if (content == null) {
        return;
      }
      out.write(content);
    }
  }

  private byte[] read(UUID batchId, int part) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select content from batch_file_part where batch_id = ? and part = ?")) {
      query.setObject(1, batchId);
      query.setInt(2, part);
      var row = query.executeQuery();
      return row.next() ? row.getBytes(1) : null;
    } catch (SQLException e) {
      throw new IllegalStateException("The file could not be read", e);
    }
  }

  /** Turns each write into a row; sits behind a buffer of the size of a part. */
  private static final class Parts extends OutputStream {

    private final PreparedStatement insert;
    private final UUID batchId;
    private int part;
    private long length;

    Parts(PreparedStatement insert, UUID batchId) {
      this.insert = insert;
      this.batchId = batchId;
    }

    @Override
    public void write(int single) throws IOException {
      write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
      try {
        insert.setObject(1, batchId);
        insert.setInt(2, part++);
        insert.setBytes(3, Arrays.copyOfRange(bytes, from, from + count));
        insert.executeUpdate();
        length += count;
      } catch (SQLException e) {
        throw new IOException("A part of the file could not be kept", e);
      }
    }
  }
}
