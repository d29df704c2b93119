package ua.vidnova.payments.run;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.YearMonth;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.time.KyivCalendar;

/**
 * Puts a run before the approver: what it would send, what it would hold back and why, and what is
 * different from the last executed period. It makes no unit and no instruction.
 */
@ApplicationScoped
public class ProposeRun {

  private final RunConfig config;
  private final RunProposals proposals;
  private final AgroalDataSource database;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final AuditTrail audit;

  @Inject
  ProposeRun(
      RunConfig config,
      RunProposals proposals,
      AgroalDataSource database,
      Caller caller,
      KyivCalendar calendar,
      AuditTrail audit) {
    this.config = config;
    this.proposals = proposals;
    this.database = database;
    this.caller = caller;
    this.calendar = calendar;
    this.audit = audit;
  }

  @Transactional
  public RunDecision propose(YearMonth period) {
    var thisMonth = YearMonth.from(calendar.today());
    var earliest = thisMonth.minusMonths(config.monthsBackMax());
    var latest = thisMonth.plusMonths(config.monthsAheadMax());
    if (period.isBefore(earliest) || period.isAfter(latest)) {
      return new RunDecision.PeriodOutOfRange(earliest, latest);
    }
    var id = Ids.newId();
    try (var connection = database.getConnection()) {
      if (!isOnlyOne(connection, id, period)) {
        return new RunDecision.AnotherRun();
      }
      proposals.make(connection, id, period);
    } catch (SQLException e) {
      throw new IllegalStateException("The run could not be proposed", e);
    }
    audit.wrote("proposed", "payment-run", id, null);
    return new RunDecision.Done(PaymentRun.findById(id));
  }

  private boolean isOnlyOne(Connection connection, UUID id, YearMonth period) throws SQLException {
    try (var insert =
        connection.prepareStatement(
            "insert into payment_run (id, period, state, compared_to, proposed_by, proposed_at)"
                + " values (?, ?, 'PROPOSED', (select max(period) from payment_run"
                + "   where state = 'EXECUTED' and period < ?), ?, ?)"
                + " on conflict ((true)) where state in ('PROPOSED', 'APPROVED') do nothing")) {
      insert.setObject(1, id);
      insert.setObject(2, period.atDay(1));
      insert.setObject(3, period.atDay(1));
      insert.setString(4, caller.id());
      insert.setTimestamp(5, Timestamp.from(calendar.now()));
      return insert.executeUpdate() == 1;
    }
  }
}
