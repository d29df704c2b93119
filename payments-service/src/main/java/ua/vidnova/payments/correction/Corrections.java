package ua.vidnova.payments.correction;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.payments.award.Award;
import ua.vidnova.payments.awardimport.StatedFacts;
import ua.vidnova.payments.reach.CoveredSettlements;
import ua.vidnova.payments.recalculation.Progress;
import ua.vidnova.payments.recalculation.RecalculateAward;

/** Finds corrections: an organisation its own, staff those of people in their territories. */
@ApplicationScoped
public class Corrections {

  private static final String VISIBLE =
      """
      select c.id from award_correction c
      join award a on a.id = c.award_id
      left join person r on r.record_id = a.resident_id
      where case when ?::text is not null then c.organisation = ?
                 else coalesce(r.settlement, a.settlement) = any(?) end
      """;

  private final CoveredSettlements covered;
  private final RecalculateAward recalculateAward;
  private final FactsText text;
  private final AgroalDataSource database;

  @Inject
  Corrections(
      CoveredSettlements covered,
      RecalculateAward recalculateAward,
      FactsText text,
      AgroalDataSource database) {
    this.covered = covered;
    this.recalculateAward = recalculateAward;
    this.text = text;
    this.database = database;
  }

  /**
   * The correction, unless it is not there or not the caller's to see.
   *
   * @param organisation empty for staff
   */
  public Optional<AwardCorrection> find(UUID id, Optional<String> organisation) {
    return AwardCorrection.<AwardCorrection>findByIdOptional(id)
        .filter(found -> isVisible(id, organisation));
  }

  boolean isVisible(UUID id, Optional<String> organisation) {
    return !read(organisation, "and c.id = ?", query -> query.setObject(4, id)).isEmpty();
  }

  /** Oldest first. */
  public List<AwardCorrection> list(Optional<String> organisation, UUID after, int limit) {
    return AwardCorrection.listByIds(
        read(
            organisation,
            "and c.id > ? order by c.id limit ?",
            query -> {
              query.setObject(4, after);
              query.setInt(5, limit);
            }));
  }

  /** What it would change of what was made; empty unless it is proposed and the award resumed. */
  public Optional<Progress> preview(AwardCorrection correction) {
    if (correction.state() != AwardCorrection.State.PROPOSED) {
      return Optional.empty();
    }
    var award = Award.<Award>findById(correction.awardId());
    return recalculateAward
        .find(award.id(), stated(correction).of(award))
        .map(change -> Progress.of(List.of(change)));
  }

  /** The facts that were stated. */
  public StatedFacts stated(AwardCorrection correction) {
    return text.read(correction.facts());
  }

  /** What was known when they were. */
  public StatedFacts former(AwardCorrection correction) {
    return text.read(correction.formerFacts());
  }

  /** Whom corrections are about, as far as anybody knows whose awards they are. */
  public List<UUID> residentsOf(List<AwardCorrection> corrections) {
    return Award.getEntityManager()
        .createQuery(
            "select distinct residentId from Award where id in ?1 and residentId is not null",
            UUID.class)
        .setParameter(1, corrections.stream().map(AwardCorrection::awardId).toList())
        .getResultList();
  }

  private interface Parameters {
    void set(PreparedStatement query) throws SQLException;
  }

  private List<UUID> read(Optional<String> organisation, String which, Parameters parameters) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(VISIBLE + which)) {
      query.setString(1, organisation.orElse(null));
      query.setString(2, organisation.orElse(null));
      query.setArray(3, settlements(connection, organisation));
      parameters.set(query);
      var rows = query.executeQuery();
      var ids = new ArrayList<UUID>();
      while (rows.next()) {
        ids.add(rows.getObject(1, UUID.class));
      }
      return ids;
    } catch (SQLException e) {
      throw new IllegalStateException("Corrections could not be found", e);
    }
  }

  private Array settlements(Connection connection, Optional<String> organisation)
      throws SQLException {
    var codes = organisation.isPresent() ? List.of() : covered.ofCaller();
    return connection.createArrayOf("text", codes.toArray());
  }
}
