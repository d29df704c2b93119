package ua.vidnova.payments.overlap;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;

/** Owes no more what was made of months with a Russian pension and is on no way to anyone. */
@ApplicationScoped
public class OverlapUnits {

  private static final String OWE_NO_MORE =
      """
      update payable_unit u set state = 'NOT_DUE' from overlap_not_owed o
      where u.award_id = any(?) and o.award_id = u.award_id and u.state = 'OUTSTANDING'
        and u.month between o.from_month and o.to_month
        and not exists (
          select from instruction i where i.unit_id = u.id and i.state in ('ISSUED', 'PAID'))
      """;

  private final AgroalDataSource database;
  private final EntityManager entities;

  @Inject
  OverlapUnits(AgroalDataSource database, EntityManager entities) {
    this.database = database;
    this.entities = entities;
  }

  /** Whoever approves an overlap, or has money come back, calls this; it may be repeated. */
  public void oweNoMore(Collection<UUID> awardIds) {
    entities.flush();
    try (var connection = database.getConnection();
        var update = connection.prepareStatement(OWE_NO_MORE)) {
      update.setArray(1, connection.createArrayOf("uuid", awardIds.toArray()));
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Months of overlaps could not be taken back", e);
    }
  }
}
