package ua.vidnova.payments.grant;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.locks.TransactionLock;
import ua.vidnova.chassis.time.KyivCalendar;

/**
 * Lets recurring grants go on for another term where the programme extends itself: those that end
 * with this month or ended before, are being paid, and whose age the category still covers. May be
 * repeated: what was extended ends later.
 */
@ApplicationScoped
public class ExtendTerms {

  private static final Logger LOG = Logger.getLogger(ExtendTerms.class);

  /** Another grant of the programme for the same subject, if it follows, takes the place. */
  private static final String EXTEND =
      """
      with due as (
        select g.id, g.award_id,
               least((g.last_month + make_interval(months => t.months))::date,
                     date_trunc('month', s.birth_date + make_interval(years => m.age_below_years)
                                         - interval '1 day')::date) as until
        from aid_grant g
        join award a on a.id = g.award_id
        join programme_amount m on m.id = g.amount_row_id
        join programme_term t on t.programme = g.programme and t.extends
          and daterange(t.valid_from, t.valid_to) @> (g.last_month + interval '1 month')::date
        left join resident s on s.id = g.subject_id
        where g.state = 'APPROVED' and not g.once and a.state = 'RESUMED'
          and g.last_month <= ?),
      free as (
        select d.* from due d join aid_grant g on g.id = d.id
        where d.until > g.last_month and not exists (
          select from aid_grant o
          where o.programme = g.programme and o.subject_id = g.subject_id and o.id <> g.id
            and o.state <> 'REFUSED' and o.covers && daterange(g.last_month, d.until, '[]'))),
      extended as (
        update aid_grant g set last_month = f.until, version = version + 1
        from free f where g.id = f.id returning g.id, g.resident_id)
      update award a set last_month = f.until, version = a.version + 1
      from free f where a.id = f.award_id
      returning a.resident_id
      """;

  private final TransactionLock lock;
  private final KyivCalendar calendar;
  private final AuditTrail audit;
  private final AgroalDataSource database;

  @Inject
  ExtendTerms(
      TransactionLock lock, KyivCalendar calendar, AuditTrail audit, AgroalDataSource database) {
    this.lock = lock;
    this.calendar = calendar;
    this.audit = audit;
    this.database = database;
  }

  @Scheduled(cron = "${vidnova.payments.extend-terms-cron}", timeZone = "Europe/Kyiv")
  @Transactional
  void extendDaily() {
    extend();
  }

  /** Returns how many grants go on. */
  @Transactional
  public int extend() {
    lock.waitForOthersWith("extend-terms");
    var residents = extended(YearMonth.from(calendar.today()));
    audit.wroteAll("extended", "grant-terms", Ids.newId(), residents);
    if (!residents.isEmpty()) {
      LOG.infof("%d grants go on for another term", residents.size());
    }
    return residents.size();
  }

  private List<UUID> extended(YearMonth month) {
    try (var connection = database.getConnection();
        var extend = connection.prepareStatement(EXTEND)) {
      extend.setObject(1, month.atDay(1));
      var rows = extend.executeQuery();
      var residents = new ArrayList<UUID>();
      while (rows.next()) {
        residents.add(rows.getObject(1, UUID.class));
      }
      return residents;
    } catch (SQLException e) {
      throw new IllegalStateException("Terms could not be extended", e);
    }
  }
}
