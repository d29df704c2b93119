package ua.vidnova.bench.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the indexes of tables away while much is written to them, and makes them again when closed,
 * as one does before a COPY of millions. What foreign keys lean on stays.
 */
final class IndexesAside implements AutoCloseable {
  private static final String CONSTRAINTS =
      """
      select format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname),
             format('alter table %s add constraint %I %s',
                    c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid))
      from pg_constraint c
      where c.conrelid = any (?::regclass[]) and c.contype in ('p', 'u')
        and not exists (select 1 from pg_constraint f where f.contype = 'f' and f.conindid = c.conindid)
      """;

  private static final String INDEXES =
      """
      select format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
      from pg_index i
      where i.indrelid = any (?::regclass[])
        and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)
      """;

  private final Connection connection;
  private final List<String> toMakeAgain = new ArrayList<>();

  IndexesAside(Connection connection, List<String> tables) throws SQLException {
    this.connection = connection;
    for (var query : List.of(CONSTRAINTS, INDEXES)) {
      takeAway(query, tables);
    }
  }

  private void takeAway(String query, List<String> tables) throws SQLException {
    var drops = new ArrayList<String>();
    try (var found = connection.prepareStatement(query)) {
      found.setArray(1, connection.createArrayOf("text", tables.toArray()));
      var rows = found.executeQuery();
      while (rows.next()) {
        drops.add(rows.getString(1));
        toMakeAgain.add(rows.getString(2));
      }
    }
    for (var drop : drops) {
      execute(drop);
    }
  }

  @Override
  public void close() throws SQLException {
    execute("set maintenance_work_mem = '1GB'");
    for (var definition : toMakeAgain) {
      execute(definition);
    }
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
