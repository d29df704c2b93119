package ua.vidnova.registry.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import ua.vidnova.registry.imports.ListedLineRules.Holder;
import ua.vidnova.registry.imports.ListedLineRules.Taken;

/** What the registry and the list have of the people of one chunk. */
final class KnownLines {

  private static final String OF_LIST =
      "select key, resident_id, person, facts from listed_line where list = ? and key = any(?)";
  private static final String OF_TRIAL =
      "select key, null::uuid, person, facts from list_import_trial"
          + " where import_id = ? and key = any(?)";
  private static final String HOLDERS =
      "select rnokpp, id, search_key from resident where rnokpp = any(?)"
          + " order by listed_in is null, id";

  private final Map<UUID, Taken> taken = new HashMap<>();
  private final Map<Person, Holder> holders = new HashMap<>();

  private KnownLines() {}

  private record Person(String rnokpp, String searchKey) {}

  /** Asks the database about all lines of a chunk at once. */
  static KnownLines find(Connection connection, ListImport run, Collection<ListedLine> lines)
      throws SQLException {
    var known = new KnownLines();
    var keys = connection.createArrayOf("uuid", lines.stream().map(ListedLine::key).toArray());
    known.readTaken(connection, OF_LIST, run.mapping(), keys);
    if (run.isDryRun()) {
      known.readTaken(connection, OF_TRIAL, run.id(), keys);
    }
    known.readHolders(connection, lines.stream().map(line -> line.person().rnokpp()));
    return known;
  }

  Optional<Taken> taken(ListedLine line) {
    return Optional.ofNullable(taken.get(line.key()));
  }

  /** The resident with the line's number and name; an identified one before a listed one. */
  Optional<Holder> holder(ListedLine line) {
    return Optional.ofNullable(holders.get(new Person(line.person().rnokpp(), line.searchKey())));
  }

  /** Lines further down of the same key meet this one. */
  void take(ListedLine line, UUID residentId) {
    taken.put(line.key(), new Taken(residentId, line.samePerson(), line.facts()));
  }

  private void readTaken(Connection connection, String sql, Object of, java.sql.Array keys)
      throws SQLException {
    try (var query = connection.prepareStatement(sql)) {
      query.setObject(1, of);
      query.setArray(2, keys);
      var rows = query.executeQuery();
      while (rows.next()) {
        taken.put(
            rows.getObject(1, UUID.class),
            new Taken(
                rows.getObject(2, UUID.class),
                rows.getObject(3, UUID.class),
                rows.getObject(4, UUID.class)));
      }
    }
  }

  private void readHolders(Connection connection, Stream<String> numbers) throws SQLException {
    try (var query = connection.prepareStatement(HOLDERS)) {
      query.setArray(
          1, connection.createArrayOf("text", numbers.filter(Objects::nonNull).toArray()));
      var rows = query.executeQuery();
      while (rows.next()) {
        var holder = new Holder(rows.getObject(2, UUID.class));
        holders.put(new Person(rows.getString(1), rows.getString(3)), holder);
      }
    }
  }
}
