package ua.vidnova.payments.grant;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.UUID;

/** How much the monthly pension of a dead person was in the month of their death. */
@ApplicationScoped
public class PensionAtDeath {

  /**
   * As derived, else as imported, of any record of the person; the highest, should there be two.
   */
  private static final String MONTHLY =
      """
      select max(coalesce(
               (select f.amount_minor from award_amount f
                where f.award_id = a.id and f.from_month <= coalesce(
                  (select min(y.died_on) from resident y
                   where coalesce(d.merged_into, d.id) in (y.id, y.merged_into)), 'infinity')
                order by f.from_month desc, f.id desc limit 1), a.monthly_amount_minor))
      from resident d
      join resident x on coalesce(d.merged_into, d.id) in (x.id, x.merged_into)
      join award a on a.resident_id = x.id
      join programme p on p.code = a.programme and p.has_arrears
      where d.id = ?
      """;

  private final AgroalDataSource database;

  @Inject
  PensionAtDeath(AgroalDataSource database) {
    this.database = database;
  }

  /** Kopiykas; empty when no pension of the person is known. */
  public OptionalLong find(UUID residentId) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(MONTHLY)) {
      query.setObject(1, residentId);
      var row = query.executeQuery();
      row.next();
      var minor = row.getLong(1);
      return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(minor);
    } catch (SQLException e) {
      throw new IllegalStateException("The pension at death could not be read", e);
    }
  }
}
