package ua.vidnova.payments.resumption;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.review.ReviewConfig;

/** Lists resumptions, oldest first. */
@ApplicationScoped
public class FindCases {

  /** Before every deadline. */
  private static final LocalDate LONG_AGO = LocalDate.of(1900, 1, 1);

  private final AgroalDataSource database;
  private final CaseFiles files;
  private final KyivCalendar calendar;
  private final ReviewConfig config;

  @Inject
  FindCases(
      AgroalDataSource database, CaseFiles files, KyivCalendar calendar, ReviewConfig config) {
    this.database = database;
    this.files = files;
    this.calendar = calendar;
    this.config = config;
  }

  /**
   * What is looked for.
   *
   * @param due only cases that are not decided and stand so to their deadline
   * @param settlements only residents who live there
   */
  public record Query(
      Optional<UUID> residentId,
      Optional<ResumptionState> state,
      Optional<Due> due,
      Collection<String> settlements,
      Optional<UUID> after,
      int limit) {}

  public List<CaseFile> list(Query query) {
    var ids = ids(query);
    return ids.isEmpty() ? List.of() : files.of(Resumption.listByIds(ids));
  }

  private List<UUID> ids(Query wanted) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select c.id from resumption c join person r on r.record_id = c.resident_id"
                    + " where r.settlement = any(?) and c.id > ?"
                    + (wanted.residentId().isPresent() ? " and ? in (r.id, r.record_id)" : "")
                    + (wanted.state().isPresent() ? " and c.state = ?" : "")
                    + (wanted.due().isPresent()
                        ? " and c.state in ('OPENED', 'PROPOSED') and c.decide_by between ? and ?"
                        : "")
                    + " order by c.id limit ?")) {
      var parameter = 0;
      query.setArray(++parameter, connection.createArrayOf("text", wanted.settlements().toArray()));
      query.setObject(++parameter, wanted.after().orElse(new UUID(0, 0)));
      if (wanted.residentId().isPresent()) {
        query.setObject(++parameter, wanted.residentId().get());
      }
      if (wanted.state().isPresent()) {
        query.setString(++parameter, wanted.state().get().name());
      }
      if (wanted.due().isPresent()) {
        query.setObject(++parameter, firstDay(wanted.due().get()));
        query.setObject(++parameter, lastDay(wanted.due().get()));
      }
      query.setInt(++parameter, wanted.limit());
      var rows = query.executeQuery();
      var ids = new ArrayList<UUID>();
      while (rows.next()) {
        ids.add(rows.getObject(1, UUID.class));
      }
      return ids;
    } catch (SQLException e) {
      throw new IllegalStateException("Resumptions could not be listed", e);
    }
  }

  private LocalDate firstDay(Due due) {
    return switch (due) {
      case OVERDUE -> LONG_AGO;
      case SOON -> calendar.today();
    };
  }

  private LocalDate lastDay(Due due) {
    return switch (due) {
      case OVERDUE -> calendar.today().minusDays(1);
      case SOON -> calendar.today().plusDays(config.dueSoonDays());
    };
  }
}
