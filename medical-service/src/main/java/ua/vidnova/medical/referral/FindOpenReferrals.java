package ua.vidnova.medical.referral;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.medical.reach.ReachOfCaller;
import ua.vidnova.medical.resident.PersonName;
import ua.vidnova.medical.visit.Referral;
import ua.vidnova.medical.visit.VisitPosition;

/**
 * Lists the open referrals of living people on the way of the caller's trips, what waits longest
 * first. Whoever was reached in an emergency is not listed.
 */
@ApplicationScoped
public class FindOpenReferrals {

  private static final String OPEN =
      """
      select f.id, v.origin_id, p.id as person_id, p.family, p.given, p.patronymic, p.settlement,
        f.kind, f.destination, f.speciality, f.urgency, f.transport, v.started_at, v.started_on
      from resident p
      join resident own on own.id = p.id or own.merged_into = p.id
      join visit v on v.resident_id = own.id and not v.superseded and not v.withdrawn
      join open_referral f on f.visit_id = v.id
      where p.merged_into is null and p.settlement = any (?)
        and f.kind = any (?)
        and (v.started_at, f.id) > (?, ?)
        and not exists (
          select 1 from resident o
          where (o.id = p.id or o.merged_into = p.id) and o.life_state = 'DECEASED')
      order by v.started_at, f.id
      limit ?
      """;

  private static final VisitPosition BEFORE_ALL = new VisitPosition(Instant.EPOCH, new UUID(0, 0));

  private final AgroalDataSource database;
  private final ReachOfCaller reach;
  private final KyivCalendar calendar;
  private final AuditTrail auditTrail;

  @Inject
  FindOpenReferrals(
      AgroalDataSource database,
      ReachOfCaller reach,
      KyivCalendar calendar,
      AuditTrail auditTrail) {
    this.database = database;
    this.reach = reach;
    this.calendar = calendar;
    this.auditTrail = auditTrail;
  }

  /**
   * One page of the list; everyone on it is audited as read.
   *
   * @param territory KATOTTG code, of any level, that holds the settlement
   */
  @Transactional
  public Page<OpenReferral> list(
      Optional<String> territory, Optional<Referral.Kind> kind, PageRequest asked) {
    var kinds = kind.map(Set::of).orElseGet(() -> Set.of(Referral.Kind.values()));
    var after = asked.after().map(VisitPosition::parse).orElse(BEFORE_ALL);
    var found = find(reach.settlementsOnTheWay(territory), kinds, after, asked.limit() + 1);
    var page =
        Page.of(
            found,
            asked.limit(),
            one -> new VisitPosition(one.visitStartedAt(), one.id()).toString());
    auditTrail.readAll(
        "referrals", page.items().stream().map(OpenReferral::residentId).distinct().toList());
    return page;
  }

  private List<OpenReferral> find(
      Set<String> settlements, Set<Referral.Kind> kinds, VisitPosition after, int max) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(OPEN)) {
      query.setArray(1, connection.createArrayOf("text", settlements.toArray()));
      query.setArray(2, connection.createArrayOf("text", kinds.stream().map(Enum::name).toArray()));
      query.setObject(3, after.startedAt().atOffset(ZoneOffset.UTC));
      query.setObject(4, after.revisionId());
      query.setInt(5, max);
      var today = calendar.today();
      var found = new ArrayList<OpenReferral>();
      var rows = query.executeQuery();
      while (rows.next()) {
        found.add(read(rows, today));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("Open referrals could not be read", e);
    }
  }

  private static OpenReferral read(ResultSet row, LocalDate today) throws SQLException {
    var family = row.getString("family");
    var on = row.getObject("started_on", LocalDate.class);
    return new OpenReferral(
        row.getObject("id", UUID.class),
        row.getObject("origin_id", UUID.class),
        row.getObject("person_id", UUID.class),
        family == null
            ? null
            : new PersonName(family, row.getString("given"), row.getString("patronymic")),
        row.getString("settlement"),
        Referral.Kind.valueOf(row.getString("kind")),
        row.getString("destination"),
        row.getString("speciality"),
        Referral.Urgency.valueOf(row.getString("urgency")),
        Referral.Transport.valueOf(row.getString("transport")),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        on,
        ChronoUnit.DAYS.between(on, today));
  }
}
