package ua.vidnova.payments.grant;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.grant.EligibilityRules.Facts;
import ua.vidnova.payments.grant.EligibilityRules.OtherAid;
import ua.vidnova.payments.resident.EvidenceLevel;

/** Gathers what decides about grants, for any number of them by the same few statements. */
@ApplicationScoped
public class GrantFacts {

  private static final String ASKED =
      "with asked as (select * from unnest(?::uuid[], ?::uuid[], ?::uuid[])"
          + " as a (place, resident_id, subject_id))";

  private static final String PEOPLE =
      ASKED
          + """
           , found as (
             select a.place, a.resident_id, a.subject_id,
                    coalesce(r.merged_into, r.id) as person_id,
                    coalesce(s.merged_into, a.subject_id) as subject_person_id,
                    s.id is not null as subject_known, s.birth_date as subject_birth,
                    case when m.identity_told_at is not null then m.id else r.id end as shown_id
             from asked a
             join resident r on r.id = a.resident_id
             left join resident m on m.id = r.merged_into
             left join resident s on s.id = a.subject_id)
           select f.place, f.subject_person_id, f.subject_known, f.subject_birth,
                  m.evidence_level, m.settlement,
                  exists (select from resident x
                          where f.person_id in (x.id, x.merged_into)
                            and x.life_state in ('DECEASED', 'PRESUMED_DEAD')) as deceased,
                  exists (select from resident x
                          where f.person_id in (x.id, x.merged_into)
                            and x.life_state = 'MISSING') as missing,
                  exists (select from resident x
                          where f.subject_person_id in (x.id, x.merged_into)
                            and x.life_state in ('DECEASED', 'PRESUMED_DEAD')) as subject_deceased,
                  exists (select from settlement_status l
                          where l.settlement = m.settlement and l.status = 'LIBERATED'
                            and l.effective_on <= ?) as liberated
           from found f join resident m on m.id = f.shown_id
          """;

  /** What the person was granted, under any record, and what anybody was for the same subject. */
  private static final String OTHERS =
      ASKED
          + """
           , records as (
             select a.place, x.id as record_id
             from asked a
             join resident r on r.id in (a.resident_id, a.subject_id)
             join resident x on coalesce(r.merged_into, r.id) in (x.id, x.merged_into)
             union
             select a.place, a.subject_id from asked a)
           select distinct c.place, g.id, g.programme, g.from_month, g.last_month,
                  coalesce(s.merged_into, g.subject_id) as subject_person_id
           from records c
           join aid_grant g on c.record_id in (g.resident_id, g.subject_id)
           left join resident s on s.id = g.subject_id
           where g.state <> 'REFUSED' and g.id <> c.place
          """;

  /** People whose records' life states and merges do not change until the transaction ends. */
  private static final String KEEP =
      """
      select x.id from resident x
      where coalesce(x.merged_into, x.id) in (
        select coalesce(r.merged_into, r.id) from resident r where r.id = any(?))
      order by x.id for share of x
      """;

  private final AgroalDataSource database;
  private final EntityManager entities;
  private final KyivCalendar calendar;

  @Inject
  GrantFacts(AgroalDataSource database, EntityManager entities, KyivCalendar calendar) {
    this.database = database;
    this.entities = entities;
    this.calendar = calendar;
  }

  /**
   * Who is asked about.
   *
   * @param id of the grant, which does not stand in its own way
   * @param subjectId for whom it is given; null when for the resident
   */
  public record Question(UUID id, UUID residentId, UUID subjectId) {

    UUID subject() {
      return Optional.ofNullable(subjectId).orElse(residentId);
    }
  }

  /** Lets no death or merge of the people come between reading and deciding. */
  public void keepAsTheyAre(List<Question> questions) {
    entities.flush();
    try (var connection = database.getConnection();
        var lock = connection.prepareStatement(KEEP)) {
      lock.setArray(
          1,
          connection.createArrayOf(
              "uuid",
              questions.stream()
                  .flatMap(one -> Stream.of(one.residentId(), one.subject()))
                  .distinct()
                  .toArray()));
      lock.executeQuery().close();
    } catch (SQLException e) {
      throw new IllegalStateException("People could not be kept as they are", e);
    }
  }

  /** The facts by the question's id; residents who are not known are absent. */
  public Map<UUID, Facts> of(List<Question> questions) {
    entities.flush();
    try (var connection = database.getConnection()) {
      var others = others(connection, questions);
      try (var query = connection.prepareStatement(PEOPLE)) {
        ask(connection, query, questions);
        query.setObject(4, calendar.today());
        var rows = query.executeQuery();
        var facts = new HashMap<UUID, Facts>();
        while (rows.next()) {
          var place = rows.getObject("place", UUID.class);
          facts.put(place, facts(rows, others.getOrDefault(place, List.of())));
        }
        return facts;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Facts about grants could not be read", e);
    }
  }

  private static Facts facts(ResultSet row, List<OtherAid> others) throws SQLException {
    var evidence = row.getString("evidence_level");
    return new Facts(
        evidence == null ? null : EvidenceLevel.valueOf(evidence),
        row.getBoolean("deceased"),
        row.getBoolean("missing"),
        row.getBoolean("liberated"),
        row.getBoolean("subject_known"),
        row.getBoolean("subject_deceased"),
        row.getObject("subject_birth", LocalDate.class),
        row.getObject("subject_person_id", UUID.class),
        others);
  }

  private static Map<UUID, List<OtherAid>> others(Connection connection, List<Question> questions)
      throws SQLException {
    try (var query = connection.prepareStatement(OTHERS)) {
      ask(connection, query, questions);
      var rows = query.executeQuery();
      var others = new HashMap<UUID, List<OtherAid>>();
      while (rows.next()) {
        var last = rows.getObject("last_month", LocalDate.class);
        others
            .computeIfAbsent(rows.getObject("place", UUID.class), any -> new ArrayList<>())
            .add(
                new OtherAid(
                    rows.getString("programme"),
                    rows.getObject("subject_person_id", UUID.class),
                    YearMonth.from(rows.getObject("from_month", LocalDate.class)),
                    last == null ? null : YearMonth.from(last)));
      }
      return others;
    }
  }

  private static void ask(Connection connection, PreparedStatement query, List<Question> questions)
      throws SQLException {
    set(connection, query, 1, questions, Question::id);
    set(connection, query, 2, questions, Question::residentId);
    set(connection, query, 3, questions, Question::subject);
  }

  private static void set(
      Connection connection,
      PreparedStatement query,
      int parameter,
      List<Question> questions,
      Function<Question, UUID> column)
      throws SQLException {
    query.setArray(
        parameter, connection.createArrayOf("uuid", questions.stream().map(column).toArray()));
  }
}
