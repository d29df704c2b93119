package ua.vidnova.payments.merge;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.UUID;
import ua.vidnova.chassis.sql.Statements;

/** Gives months that heirs have back to the award that they were of. */
@ApplicationScoped
class HeirsMonths {

  /** The awards of heirs to whom something of an award was passed. */
  private static final String OF_HEIRS =
      """
      select o.award_id from heir_payout o
      join award d on d.id = ? and d.programme = o.programme
      where o.award_id is not null and o.claim_id in (
        select c.claim_id from heir_claim_unit c join payable_unit u on u.id = c.unit_id
        where u.award_id = d.id)
      """;

  private static final String LOCK =
      "select id from award where id = ? or id in (%s) order by id for update".formatted(OF_HEIRS);

  private static final String ON_ITS_WAY =
      """
      select from payable_unit u join instruction i on i.unit_id = u.id and i.state = 'ISSUED'
      where u.award_id in (%s)
      """
          .formatted(OF_HEIRS);

  private static final String OWE_AGAIN =
      """
      with owed as (
        update payable_unit set state = 'OUTSTANDING'
        where award_id = ? and month = ? and state = 'PASSED_TO_HEIRS'
        returning id)
      update heir_claim_unit c set released = true from owed where c.unit_id = owed.id
      """;

  /** An heir's part is one sum of many months; it falls away with the last of them. */
  private static final String NOT_DUE =
      """
      update payable_unit p set state = 'NOT_DUE'
      where p.state = 'OUTSTANDING' and p.award_id in (%s)
        and not exists (
          select from heir_payout o
          join heir_claim_unit c on c.claim_id = o.claim_id
          join payable_unit u on u.id = c.unit_id and u.state = 'PASSED_TO_HEIRS'
          join award a on a.id = u.award_id and a.programme = o.programme
          where o.award_id = p.award_id)
      """
          .formatted(OF_HEIRS);

  private final AgroalDataSource database;
  private final EntityManager entities;

  @Inject
  HeirsMonths(AgroalDataSource database, EntityManager entities) {
    this.database = database;
    this.entities = entities;
  }

  /**
   * Locks the award and those of its heirs.
   *
   * @return false when an instruction to one of the heirs has no outcome yet
   */
  boolean lock(UUID awardId) {
    try (var connection = database.getConnection();
        var onItsWay = connection.prepareStatement(ON_ITS_WAY)) {
      Statements.execute(connection, LOCK, awardId, awardId);
      onItsWay.setObject(1, awardId);
      return !onItsWay.executeQuery().next();
    } catch (SQLException e) {
      throw new IllegalStateException("The heirs' awards could not be locked", e);
    }
  }

  /** A month whose difference was settled so. */
  void oweAgain(UUID awardId, YearMonth month) {
    entities.flush();
    try (var connection = database.getConnection()) {
      Statements.execute(connection, OWE_AGAIN, awardId, month.atDay(1));
      Statements.execute(connection, NOT_DUE, awardId);
    } catch (SQLException e) {
      throw new IllegalStateException("A month could not be owed again", e);
    }
  }
}
