package ua.vidnova.registry.imports;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import org.postgresql.PGConnection;

/** Rows on their way into a table by COPY, PostgreSQL's fastest entrance. */
final class CopyRows {

  private final String table;
  private final StringBuilder text = new StringBuilder(1 << 16);

  /**
   * @param table with its columns, such as {@code "thing (id, name)"}
   */
  CopyRows(String table) {
    this.table = table;
  }

  /** Adds a row; values are written as PostgreSQL reads them, collections as arrays of codes. */
  void add(Object... values) {
    for (var i = 0; i < values.length; i++) {
      if (i > 0) {
        text.append('\t');
      }
      switch (values[i]) {
        case null -> text.append("\\N");
        case Collection<?> codes ->
            text.append('{')
                .append(String.join(",", codes.stream().map(Object::toString).toList()))
                .append('}');
        case Object value -> escape(value.toString());
      }
    }
    text.append('\n');
  }

  private void escape(String value) {
    if (isPlain(value)) {
      text.append(value);
      return;
    }
    for (var i = 0; i < value.length(); i++) {
      var one = value.charAt(i);
      switch (one) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(one);
      }
    }
  }

  /** Most values are, and copied whole they cost a fraction. */
  private static boolean isPlain(String value) {
    return value.indexOf('\\') < 0
        && value.indexOf('\t') < 0
        && value.indexOf('\n') < 0
        && value.indexOf('\r') < 0;
  }

  /** Writes the rows in the connection's transaction. */
  void write(Connection connection) throws SQLException {
    if (text.isEmpty()) {
      return;
    }
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy " + table + " from stdin", new StringReader(text.toString()));
    } catch (IOException e) {
      throw new SQLException(e);
    }
  }
}
