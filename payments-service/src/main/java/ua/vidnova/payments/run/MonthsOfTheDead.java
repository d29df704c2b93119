package ua.vidnova.payments.run;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Collection;
import java.util.UUID;

/**
 * Makes the months that a dead person was due and no run has made, so that heirs can claim them.
 * Months that were held back are owed too, except those that another award of the person pays.
 */
@ApplicationScoped
public class MonthsOfTheDead {

  private static final String MAKE =
      """
      insert into payable_unit
        (id, award_id, month, amount_minor, currency, kind, scheduled_period, state)
      select uuidv7(), a.id, m::date, %s, a.currency, 'CURRENT', m::date,
             case when %s then 'NOT_DUE' else 'UNPAID_ON_DEATH' end from
      """
              .formatted(Due.MONTH_AMOUNT, Due.OF_OVERLAP)
          + Due.MONTHS_MISSING
          + """
            where a.id = any(?) and a.state = 'STOPPED' and a.current_from is not null
              and a.hold is distinct from 'ANOTHER_AWARD'
            """;

  private final AgroalDataSource database;

  @Inject
  MonthsOfTheDead(AgroalDataSource database) {
    this.database = database;
  }

  /**
   * Makes them for stopped awards that were paid when they were stopped.
   *
   * @param last the month of death
   */
  public void make(Collection<UUID> awardIds, YearMonth last) {
    try (var connection = database.getConnection();
        var insert = connection.prepareStatement(MAKE)) {
      insert.setObject(1, last.atDay(1));
      insert.setArray(2, connection.createArrayOf("uuid", awardIds.toArray()));
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Months of the dead could not be made", e);
    }
  }
}
