package ua.vidnova.payments.application;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps applications; what they led to follows from the resumptions that are there. */
@ApplicationScoped
public class Applications {

  private static final String NOT_LINKED =
      "not exists (select from application_resumption l where l.case_id = a.case_id)";

  private final AgroalDataSource database;

  @Inject
  Applications(AgroalDataSource database) {
    this.database = database;
  }

  /**
   * What is looked for.
   *
   * @param settlements only residents who live there
   */
  public record Query(
      Optional<UUID> residentId,
      Optional<ApplicationState> state,
      Collection<String> settlements,
      Optional<UUID> after,
      int limit) {}

  /**
   * Keeps an application of a resident who is known.
   *
   * @return false when it was kept before
   */
  public boolean add(UUID caseId, UUID residentId, LocalDate submittedOn, Instant receivedAt) {
    try (var connection = database.getConnection();
        var insert =
            connection.prepareStatement(
                "insert into pension_application (case_id, resident_id, submitted_on, received_at)"
                    + " values (?, ?, ?, ?) on conflict do nothing")) {
      insert.setObject(1, caseId);
      insert.setObject(2, residentId);
      insert.setObject(3, submittedOn);
      insert.setTimestamp(4, Timestamp.from(receivedAt));
      return insert.executeUpdate() == 1;
    } catch (SQLException e) {
      throw new IllegalStateException("The application could not be kept", e);
    }
  }

  /** The day of a resident's oldest application that has led to no resumption of the award. */
  public Optional<LocalDate> dayOfOpen(UUID residentId, UUID awardId) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select min(a.submitted_on) from pension_application a where a.resident_id = ?"
                    + " and not exists (select from application_resumption l"
                    + "  where l.case_id = a.case_id and l.award_id = ?)")) {
      query.setObject(1, residentId);
      query.setObject(2, awardId);
      var row = query.executeQuery();
      row.next();
      return Optional.ofNullable(row.getObject(1, LocalDate.class));
    } catch (SQLException e) {
      throw new IllegalStateException("Applications could not be read", e);
    }
  }

  /** In the order of ids. */
  public List<PensionApplication> list(Query wanted) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(sqlOf(wanted))) {
      var parameter = 0;
      query.setArray(++parameter, connection.createArrayOf("text", wanted.settlements().toArray()));
      query.setObject(++parameter, wanted.after().orElse(new UUID(0, 0)));
      if (wanted.residentId().isPresent()) {
        query.setObject(++parameter, wanted.residentId().get());
      }
      query.setInt(++parameter, wanted.limit());
      var rows = query.executeQuery();
      var found = new ArrayList<PensionApplication>();
      while (rows.next()) {
        found.add(applicationOf(rows));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("Applications could not be listed", e);
    }
  }

  private static String sqlOf(Query wanted) {
    var state =
        wanted
            .state()
            .map(
                asked ->
                    switch (asked) {
                      case OPEN -> " and " + NOT_LINKED;
                      case LINKED -> " and not " + NOT_LINKED;
                    })
            .orElse("");
    return "select a.*, r.settlement, array(select l.resumption_id from application_resumption l"
        + " where l.case_id = a.case_id order by 1) as resumptions"
        + " from pension_application a join resident r on r.id = a.resident_id"
        + " where r.settlement = any(?) and a.case_id > ?"
        + (wanted.residentId().isPresent() ? " and a.resident_id = ?" : "")
        + state
        + " order by a.case_id limit ?";
  }

  private static PensionApplication applicationOf(ResultSet row) throws SQLException {
    return new PensionApplication(
        row.getObject("case_id", UUID.class),
        row.getObject("resident_id", UUID.class),
        row.getString("settlement"),
        row.getObject("submitted_on", LocalDate.class),
        row.getTimestamp("received_at").toInstant(),
        Arrays.asList((UUID[]) row.getArray("resumptions").getArray()));
  }
}
