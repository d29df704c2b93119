package ua.vidnova.registry.cases.reminder;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.registry.cases.CaseConfig;
import ua.vidnova.registry.cases.reminder.CaseReminder.Stage;

/**
 * Points out open cases whose deadline comes near or has passed, once for each case and stage. The
 * gauge {@code vidnova_cases_due} says how many there are, for the alarm; every replica shows the
 * same, so take the maximum.
 */
@ApplicationScoped
public class RemindOfDeadlines {

  private static final Logger LOG = Logger.getLogger(RemindOfDeadlines.class);

  private static final String OPEN =
      "state in ('SUBMITTED', 'WAITING_FOR_DOCUMENTS', 'AT_COMPETENT_BODY')";

  /** A replica that finds another at work leaves the round to it. */
  private static final String ONE_AT_A_TIME =
      "select pg_try_advisory_xact_lock(hashtextextended('case-reminders', 0))";

  private static final String REMIND =
      "insert into case_reminder (case_id, stage, reminded_at)"
          + " select id, ?, ? from service_case where "
          + OPEN
          + " and deadline between ? and ?"
          + " on conflict do nothing returning case_id";

  private static final String COUNT =
      "select count(*) from service_case where " + OPEN + " and deadline between ? and ?";

  /** Before every deadline. */
  private static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);

  private final AgroalDataSource database;
  private final KyivCalendar calendar;
  private final CaseConfig config;
  private final Map<Stage, AtomicLong> due = new EnumMap<>(Stage.class);

  @Inject
  RemindOfDeadlines(
      AgroalDataSource database, KyivCalendar calendar, CaseConfig config, MeterRegistry meters) {
    this.database = database;
    this.calendar = calendar;
    this.config = config;
    for (var stage : Stage.values()) {
      due.put(stage, new AtomicLong());
      meters.gauge("vidnova.cases.due", List.of(Tag.of("stage", stage.name())), due.get(stage));
    }
  }

  @Scheduled(every = "${vidnova.cases.remind-every}", delayed = "1m")
  @Transactional
  void fromTimeToTime() {
    remind();
  }

  /**
   * One round.
   *
   * @return the reminders that it made; none when another replica is at work
   */
  @Transactional
  public List<CaseReminder.Key> remind() {
    try (var connection = database.getConnection()) {
      var made = new ArrayList<CaseReminder.Key>();
      for (var stage : Stage.values()) {
        due.get(stage).set(count(connection, stage));
      }
      if (isMyRound(connection)) {
        for (var stage : Stage.values()) {
          made.addAll(remind(connection, stage));
        }
      }
      made.forEach(one -> LOG.infof("Case %s: %s", one.caseId(), one.stage()));
      return made;
    } catch (SQLException e) {
      throw new IllegalStateException("Deadlines could not be looked at", e);
    }
  }

  private long count(Connection connection, Stage stage) throws SQLException {
    try (var query = connection.prepareStatement(COUNT)) {
      query.setObject(1, from(stage));
      query.setObject(2, to(stage));
      var row = query.executeQuery();
      row.next();
      return row.getLong(1);
    }
  }

  private static boolean isMyRound(Connection connection) throws SQLException {
    try (var query = connection.prepareStatement(ONE_AT_A_TIME)) {
      var row = query.executeQuery();
      row.next();
      return row.getBoolean(1);
    }
  }

  private List<CaseReminder.Key> remind(Connection connection, Stage stage) throws SQLException {
    try (var insert = connection.prepareStatement(REMIND)) {
      insert.setString(1, stage.name());
      insert.setTimestamp(2, Timestamp.from(calendar.now()));
      insert.setObject(3, from(stage));
      insert.setObject(4, to(stage));
      var rows = insert.executeQuery();
      var made = new ArrayList<CaseReminder.Key>();
      while (rows.next()) {
        made.add(new CaseReminder.Key(rows.getObject(1, UUID.class), stage));
      }
      return made;
    }
  }

  private LocalDate from(Stage stage) {
    return switch (stage) {
      case DUE_SOON -> calendar.today();
      case OVERDUE -> LONG_AGO;
    };
  }

  private LocalDate to(Stage stage) {
    return switch (stage) {
      case DUE_SOON -> calendar.today().plusDays(config.dueSoonDays());
      case OVERDUE -> calendar.today().minusDays(1);
    };
  }
}
