package ua.vidnova.registry.cases.document;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps scans in the database, and never holds one whole in memory. */
@ApplicationScoped
public class DocumentStore {

  private static final int PART_BYTES = 256 * 1024;

  private static final String COLUMNS =
      "id, case_id, kind, media_type, length, sha256, attached_by, attached_by_name, attached_at";

  private final AgroalDataSource database;

  @Inject
  DocumentStore(AgroalDataSource database) {
    this.database = database;
  }

  void add(CaseDocument document, Scan scan) {
    try (var connection = database.getConnection();
        var insert =
            connection.prepareStatement(
                "insert into case_document ("
                    + COLUMNS
                    + ", content) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setObject(1, document.id());
      insert.setObject(2, document.caseId());
      insert.setString(3, document.kind());
      insert.setString(4, document.format().mediaType());
      insert.setInt(5, document.length());
      insert.setBytes(6, HexFormat.of().parseHex(document.sha256()));
      insert.setString(7, document.attachedBy());
      insert.setString(8, document.attachedByName());
      insert.setTimestamp(9, Timestamp.from(document.attachedAt()));
      insert.setBinaryStream(10, scan.content(), document.length());
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("The scan could not be kept", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Optional<CaseDocument> find(UUID id) {
    return read("id", id).stream().findFirst();
  }

  /** The documents of a case, first to last. */
  public List<CaseDocument> listOf(UUID caseId) {
    return read("case_id", caseId);
  }

  /** Writes the bytes of a document, part by part. */
  public void copy(UUID id, OutputStream out) throws IOException {
    for (var from = 1; ; from += PART_BYTES) {
      var part = readPart(id, from);
      out.write(part);
      if (part.length < PART_BYTES) {
        return;
      }
    }
  }

  private byte[] readPart(UUID id, int from) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select substring(content from ? for ?) from case_document where id = ?")) {
      query.setInt(1, from);
      query.setInt(2, PART_BYTES);
      query.setObject(3, id);
      var row = query.executeQuery();
      row.next();
      return row.getBytes(1);
    } catch (SQLException e) {
      throw new IllegalStateException("The scan could not be read", e);
    }
  }

  private List<CaseDocument> read(String column, UUID value) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select "
                    + COLUMNS
                    + " from case_document where "
                    + column
                    + " = ? order by attached_at, id")) {
      query.setObject(1, value);
      var rows = query.executeQuery();
      var found = new ArrayList<CaseDocument>();
      while (rows.next()) {
        found.add(documentOf(rows));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("The documents could not be read", e);
    }
  }

  private static CaseDocument documentOf(ResultSet row) throws SQLException {
    return new CaseDocument(
        row.getObject("id", UUID.class),
        row.getObject("case_id", UUID.class),
        row.getString("kind"),
        ScanFormat.ofMediaType(row.getString("media_type")),
        row.getInt("length"),
        HexFormat.of().formatHex(row.getBytes("sha256")),
        row.getString("attached_by"),
        row.getString("attached_by_name"),
        row.getTimestamp("attached_at").toInstant());
  }
}
