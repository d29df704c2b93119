package ua.vidnova.medical.alert;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ua.vidnova.chassis.events.Outbox;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.medical.mds.MdsItem;
import ua.vidnova.medical.mds.MdsItems;
import ua.vidnova.medical.territory.Settlements;

/**
 * Raises what a visit has that must be told at once, in the visit's transaction; what a correction
 * takes away is withdrawn.
 */
@ApplicationScoped
public class RaiseAlerts {

  private static final String CAUSES =
      """
      select distinct item, settlement, started_on
      from (
        select id, settlement, started_on, unnest(reported_items) as item
        from visit where id = ? and not withdrawn
        union all
        select id, settlement, started_on, mds_item_of(flag)
        from visit join visit_protection on visit_id = id where id = ? and not withdrawn) as v
      where item = any(?)
      order by item
      """;

  private final EntityManager entities;
  private final AgroalDataSource database;
  private final Outbox outbox;
  private final KyivCalendar calendar;

  @Inject
  RaiseAlerts(
      EntityManager entities, AgroalDataSource database, Outbox outbox, KyivCalendar calendar) {
    this.entities = entities;
    this.database = database;
    this.outbox = outbox;
    this.calendar = calendar;
  }

  /**
   * Makes the alerts of a visit those of its new revision.
   *
   * @param visitId id of the first revision
   * @param revisionId the one just persisted, with its parts
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void of(UUID visitId, UUID revisionId) {
    entities.flush();
    var causes = new ArrayList<>(causes(revisionId));
    for (var standing : Alert.listStanding(visitId)) {
      if (!causes.removeIf(standing::isOf)) {
        standing.withdraw(calendar.now());
        outbox.append(AlertWithdrawn.of(standing));
      }
    }
    entities.flush(); // of an item at most one stands
    for (var cause : causes) {
      var hromada = Settlements.hromadaOf(cause.settlement());
      var alert = new Alert(visitId, cause, hromada, calendar.now());
      alert.persist();
      outbox.append(AlertRaised.of(alert));
    }
  }

  private List<Alert.Cause> causes(UUID revisionId) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(CAUSES)) {
      query.setObject(1, revisionId);
      query.setObject(2, revisionId);
      query.setArray(
          3,
          connection.createArrayOf(
              "smallint",
              MdsItems.all().stream().filter(MdsItem::alert).map(MdsItem::number).toArray()));
      var causes = new ArrayList<Alert.Cause>();
      var row = query.executeQuery();
      while (row.next()) {
        causes.add(
            new Alert.Cause(
                row.getInt("item"),
                row.getString("settlement"),
                row.getObject("started_on", LocalDate.class)));
      }
      return causes;
    } catch (SQLException e) {
      throw new IllegalStateException("The items of a visit could not be read", e);
    }
  }
}
