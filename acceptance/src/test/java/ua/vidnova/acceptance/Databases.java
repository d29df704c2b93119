package ua.vidnova.acceptance;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import ua.vidnova.localstack.Platform;

/** What the services have really stored. */
record Databases(Platform platform) {
  static final List<String> SERVICES = List.of("registry", "payments", "medical", "coordination");

  /** The first column of every row. */
  List<String> texts(String service, String query, Object... parameters) {
    try (Connection connection = platform.database(service).connect();
        PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < parameters.length; i++) {
        if (parameters[i] instanceof List<?> list) {
          statement.setArray(i + 1, connection.createArrayOf("text", list.toArray()));
        } else {
          statement.setObject(i + 1, parameters[i]);
        }
      }
      List<String> texts = new ArrayList<>();
      ResultSet rows = statement.executeQuery();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void execute(String service, String statement) {
    try (Connection connection = platform.database(service).connect();
        PreparedStatement prepared = connection.prepareStatement(statement)) {
      prepared.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  long count(String service, String query, Object... parameters) {
    return Long.parseLong(texts(service, query, parameters).getFirst());
  }

  /** How many rows each table of each service has. */
  Map<String, Long> rows() {
    Map<String, Long> rows = new TreeMap<>();
    for (String service : SERVICES) {
      String counts =
          tables(service).stream()
              .map("select '%1$s ' || count(*) from %1$s"::formatted)
              .collect(Collectors.joining(" union all "));
      for (String row : texts(service, counts)) {
        String[] tableAndCount = row.split(" ", 2);
        rows.put(service + "." + tableAndCount[0], Long.parseLong(tableAndCount[1]));
      }
    }
    return rows;
  }

  private List<String> tables(String service) {
    return texts(service, "select tablename from pg_tables where schemaname = 'public'");
  }

  /** Events that no relay has published yet. */
  long unpublished() {
    return SERVICES.stream()
        .mapToLong(service -> count(service, "select count(*) from outbox_event"))
        .sum();
  }

  /** Messages that no service could handle. */
  long parked() {
    return SERVICES.stream()
        .mapToLong(service -> count(service, "select count(*) from parked_message"))
        .sum();
  }
}
