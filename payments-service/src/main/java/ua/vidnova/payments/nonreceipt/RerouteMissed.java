package ua.vidnova.payments.nonreceipt;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.LocalDate;
import ua.vidnova.payments.law.LegalTerms;
import ua.vidnova.payments.law.TermCode;

/**
 * What was resumed without application and not collected at the post for two payment periods is
 * paid to an account that is opened at the Pension Fund's request (CMU №162, №1170 p. 4). Until its
 * number is known, runs hold the money with the reason. Once for a record; may be repeated.
 */
@ApplicationScoped
public class RerouteMissed {

  private static final String REROUTE =
      """
      insert into way_override (id, record_id, channel, reason, since)
      select distinct on (a.resident_id)
             uuidv7(), a.resident_id, 'BANK', 'REROUTED_TWO_PERIODS', ?::date
      from non_receipt n
      join award a on a.id = n.award_id
      where n.months >= ? and 'AUTOMATIC' = (
        select c.kind from resumption c
        where c.award_id = a.id and c.state in ('APPROVED', 'RESUMED')
        order by c.approved_at desc limit 1)
      on conflict do nothing
      """;

  private final AgroalDataSource database;
  private final LegalTerms law;

  @Inject
  RerouteMissed(AgroalDataSource database, LegalTerms law) {
    this.database = database;
    this.law = law;
  }

  /** Returns how many records are paid another way from the day on. */
  @Transactional
  public int reroute(LocalDate day) {
    var periods = law.read().on(day, TermCode.REROUTE_MISSED_PERIODS);
    try (var connection = database.getConnection();
        var insert = connection.prepareStatement(REROUTE)) {
      insert.setObject(1, day);
      insert.setInt(2, periods.value());
      return insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Payments could not be rerouted", e);
    }
  }
}
