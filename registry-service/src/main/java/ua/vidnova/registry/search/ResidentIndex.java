package ua.vidnova.registry.search;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.postgresql.PGStatement;
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

  /** A rare name wants another plan than a common one, so no plan is kept for the next question. */
  private static final int PLAN_FOR_THESE_VALUES = 0;

  private final AgroalDataSource database;

  @Inject
  ResidentIndex(AgroalDataSource database) {
    this.database = database;
  }

  /**
   * Finds residents within territories, best first, then by name.
   *
   * @param territories KATOTTG codes of any level
   * @param staff token subject of who asks; shielded residents are only theirs who are named
   * @param after where the previous page ended; empty for the first
   */
  List<ResidentSummary> find(
      ResidentQuery query,
      Closeness closeness,
      Collection<String> territories,
      String staff,
      Optional<SearchPosition> after,
      int limit) {
    var sql = SearchSql.of(query, closeness, territories, staff, after, limit);
    return select(sql.text(), sql.values());
  }

  private List<ResidentSummary> select(String sql, List<Object> values) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(sql)) {
      query.unwrap(PGStatement.class).setPrepareThreshold(PLAN_FOR_THESE_VALUES);
      for (var i = 0; i < values.size(); i++) {
        var value = values.get(i);
        query.setObject(
            i + 1,
            value instanceof String[] texts ? connection.createArrayOf("varchar", texts) : value);
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
        lifeState(row),
        EvidenceLevel.valueOf(row.getString("evidence_level")),
        ResidentView.ending(row.getString("rnokpp")),
        row.getString("listed_in"),
        row.getDouble("rank"));
  }

  private static LifeState lifeState(ResultSet row) throws SQLException {
    var own = LifeState.valueOf(row.getString("life_state"));
    var ofMerged = row.getString("life_state_of_merged");
    return own == LifeState.LIVING && ofMerged != null ? LifeState.valueOf(ofMerged) : own;
  }
}
