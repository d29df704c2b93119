package ua.vidnova.registry.search;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.contracts.reference.Territory;
import ua.vidnova.registry.evidence.EvidenceLevel;
import ua.vidnova.registry.names.PersonName;
import ua.vidnova.registry.resident.LifeState;
import ua.vidnova.registry.resident.ResidentView;

/** Finds residents in one statement over the index that holds search keys and territories. */
@ApplicationScoped
class ResidentIndex {

  private final AgroalDataSource database;

  @Inject
  ResidentIndex(AgroalDataSource database) {
    this.database = database;
  }

  /**
   * Finds residents within territories, best first, then by name.
   *
   * @param territories KATOTTG codes of any level
   * @param after where the previous page ended; empty for the first
   */
  List<ResidentSummary> find(
      ResidentQuery query,
      Closeness closeness,
      Collection<String> territories,
      Optional<SearchPosition> after,
      int limit) {
    var values = new ArrayList<Object>(query.words());
    var sql =
        new StringBuilder("select * from (select *, ")
            .append(rank(query.words().size(), closeness))
            .append(" as rank from resident where areas && ?");
    values.add(territories.toArray(String[]::new));
    for (var word : query.words()) {
      sql.append(" and ").append(closeness.condition());
      values.add(word);
    }
    if (query.isByNumber()) {
      sql.append(" and (rnokpp = ? or phone = ?)");
      Collections.addAll(values, query.rnokpp(), query.phone());
    }
    if (query.birthDate() != null) {
      sql.append(" and birth_date = ?");
      values.add(query.birthDate());
    }
    sql.append(") found");
    after.ifPresent(
        position -> {
          sql.append(" where (-rank, search_key, id)")
              .append(" > (?, (select search_key from resident where id = ?), ?)");
          Collections.addAll(values, -position.rank(), position.id(), position.id());
        });
    sql.append(" order by rank desc, search_key, id limit ?");
    values.add(limit);
    return select(sql.toString(), values);
  }

  private static String rank(int words, Closeness closeness) {
    return words == 0
        ? "0::float8"
        : "(" + String.join(" + ", Collections.nCopies(words, closeness.rank())) + ")::float8";
  }

  private List<ResidentSummary> select(String sql, List<Object> values) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(sql)) {
      for (var i = 0; i < values.size(); i++) {
        var value = values.get(i);
        query.setObject(
            i + 1,
            value instanceof String[] codes ? connection.createArrayOf("varchar", codes) : value);
      }
      var rows = query.executeQuery();
      var found = new ArrayList<ResidentSummary>();
      while (rows.next()) {
        found.add(summary(rows));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("Search failed", e);
    }
  }

  private static ResidentSummary summary(ResultSet row) throws SQLException {
    var settlement = row.getString("settlement");
    return new ResidentSummary(
        row.getObject("id", UUID.class),
        new PersonName(
            row.getString("family"), row.getString("given"), row.getString("patronymic")),
        row.getObject("birth_date", LocalDate.class),
        Sex.valueOf(row.getString("sex")),
        settlement,
        Territories.ukraine().find(settlement).map(Territory::nameUk).orElse(null),
        LifeState.valueOf(row.getString("life_state")),
        EvidenceLevel.valueOf(row.getString("evidence_level")),
        ResidentView.ending(row.getString("rnokpp")),
        row.getDouble("rank"));
  }
}
