package ua.vidnova.registry.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.registry.matching.Band;
import ua.vidnova.registry.matching.Candidate;
import ua.vidnova.registry.matching.CandidatesFound;
import ua.vidnova.registry.matching.Comparison;
import ua.vidnova.registry.matching.Origin;

/** Puts pairs of records before a person, each once for ever. */
@ApplicationScoped
public class ReviewQueue {

  /** A pair whose persons were decided to be two is left alone, by whichever of their records. */
  private static final String PROPOSE =
      """
      insert into match_pair
        (id, low, high, bits, band, features, origin, proposed_at, state)
      select ?, least(a.id, b.id), greatest(a.id, b.id), ?, ?, ?::jsonb, ?, ?, 'PROPOSED'
      from resident a, resident b
      where a.id = ? and b.id = ?
        and coalesce(a.merged_into, a.id) <> coalesce(b.merged_into, b.id)
        and not exists (
          select from match_pair d where d.state = 'DIFFERENT'
            and d.person_low
              = least(coalesce(a.merged_into, a.id), coalesce(b.merged_into, b.id))
            and d.person_high
              = greatest(coalesce(a.merged_into, a.id), coalesce(b.merged_into, b.id)))
      on conflict (low, high) do update
        set bits = excluded.bits, band = excluded.band, features = excluded.features,
            version = match_pair.version + 1
        where match_pair.state in ('PROPOSED', 'EVIDENCE_ASKED')
          and (match_pair.bits, match_pair.features) is distinct from
              (excluded.bits, excluded.features)
      """;

  private final AgroalDataSource database;
  private final EntityManager entities;
  private final KyivCalendar calendar;
  private final ObjectMapper json;

  @Inject
  ReviewQueue(
      AgroalDataSource database, EntityManager entities, KyivCalendar calendar, ObjectMapper json) {
    this.database = database;
    this.entities = entities;
    this.calendar = calendar;
    this.json = json;
  }

  /** Proposes each candidate; in one order, so that two finders never wait for each other. */
  @Transactional
  void found(@Observes CandidatesFound found) {
    propose(
        found.residentId(),
        found.candidates().stream().sorted(Comparator.comparing(Candidate::residentId)).toList(),
        found.origin());
  }

  /**
   * Puts a pair before a person, in the caller's transaction. One that is open already gets the
   * newer comparison; one that was decided different is never proposed again; of one person, or
   * DISTINCT, there is nothing to ask.
   */
  @Transactional
  public void propose(UUID one, UUID other, Comparison comparison, Origin origin) {
    propose(one, List.of(new Candidate(other, comparison)), origin);
  }

  private void propose(UUID one, List<Candidate> others, Origin origin) {
    entities.flush();
    try (var connection = database.getConnection();
        var insert = connection.prepareStatement(PROPOSE)) {
      for (var other : others) {
        var comparison = other.comparison();
        if (one.equals(other.residentId()) || comparison.band() == Band.DISTINCT) {
          continue;
        }
        insert.setObject(1, Ids.newId());
        insert.setDouble(2, comparison.bits());
        insert.setString(3, comparison.band().name());
        insert.setString(4, json.writeValueAsString(comparison.features()));
        insert.setString(5, origin.name());
        insert.setTimestamp(6, Timestamp.from(calendar.now()));
        insert.setObject(7, one);
        insert.setObject(8, other.residentId());
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("The pairs could not be proposed", e);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
