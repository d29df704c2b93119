package ua.vidnova.payments.nonreceipt;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.payments.award.SuspensionGround;
import ua.vidnova.payments.law.LegalTerms;
import ua.vidnova.payments.law.Term;
import ua.vidnova.payments.law.TermBook;
import ua.vidnova.payments.law.TermCode;
import ua.vidnova.payments.suspension.SuspendAwards;
import ua.vidnova.payments.suspension.SuspendAwards.Suspended;

/**
 * Warns those who have not collected for some months, and suspends those who have not for six (Law
 * 1058-IV art. 49). A collection begins the count anew: it is derived from what partners reported.
 * The sums themselves stay owed and are on the next list. A report warns, the daily review
 * suspends: a report shares its awards with others and must not take them alone.
 */
@ApplicationScoped
public class FollowNonReceipt {

  private static final String OF_PROGRAMME =
      """
      join award a on a.id = n.award_id
      join suspension_rule r on r.programme = a.programme and r.ground = 'NON_RECEIPT_SIX_MONTHS'
       and r.valid_from <= ? and ? < coalesce(r.valid_to, 'infinity')
      where n.months >= ?
      """;

  private static final String WARN =
      """
      insert into suspension_notice (award_id, ground, due_on, noticed_on)
      select n.award_id, 'NON_RECEIPT_SIX_MONTHS', n.since + make_interval(months => ?), ?
      from non_receipt n
      """
          + OF_PROGRAMME
          + " and (?::uuid[] is null or n.award_id = any(?)) on conflict do nothing";

  private static final String OVERDUE =
      "select n.award_id from non_receipt n "
          + OF_PROGRAMME
          + """
            and exists (
              select from suspension_notice s
              where s.award_id = n.award_id and s.ground = 'NON_RECEIPT_SIX_MONTHS'
                and s.due_on > n.since and s.noticed_on + ? <= ?)
            order by n.award_id
            """;

  private final AgroalDataSource database;
  private final EntityManager entities;
  private final LegalTerms law;
  private final SuspendAwards suspendAwards;

  @Inject
  FollowNonReceipt(
      AgroalDataSource database,
      EntityManager entities,
      LegalTerms law,
      SuspendAwards suspendAwards) {
    this.database = database;
    this.entities = entities;
    this.law = law;
    this.suspendAwards = suspendAwards;
  }

  /** Warns those of the awards of which something was just reported. */
  @Transactional
  public int warn(Collection<UUID> awardIds, LocalDate day) {
    return warn(Optional.of(awardIds), day);
  }

  /** Warns whoever has to be. */
  @Transactional
  public int warnAll(LocalDate day) {
    return warn(Optional.empty(), day);
  }

  /** Suspends those who were warned long enough before; the caller audits it last. */
  @Transactional
  public List<Suspended> suspend(LocalDate day) {
    var overdue = overdue(day, law.read());
    return suspendAwards.suspend(overdue, SuspensionGround.NON_RECEIPT_SIX_MONTHS, day, null);
  }

  private int warn(Optional<Collection<UUID>> awardIds, LocalDate day) {
    entities.flush();
    var terms = law.read();
    try (var connection = database.getConnection();
        var insert = connection.prepareStatement(WARN)) {
      var ids =
          awardIds.isEmpty() ? null : connection.createArrayOf("uuid", awardIds.get().toArray());
      insert.setInt(1, terms.on(day, TermCode.NON_RECEIPT_SUSPEND_MONTHS).value());
      insert.setObject(2, day);
      bind(insert, 3, day, terms.on(day, TermCode.NON_RECEIPT_WARN_MONTHS));
      insert.setArray(6, ids);
      insert.setArray(7, ids);
      return insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Who does not collect could not be warned", e);
    }
  }

  private List<UUID> overdue(LocalDate day, TermBook terms) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(OVERDUE)) {
      bind(query, 1, day, terms.on(day, TermCode.NON_RECEIPT_SUSPEND_MONTHS));
      query.setInt(4, terms.on(day, TermCode.SUSPENSION_NOTICE_DAYS).value());
      query.setObject(5, day);
      var rows = query.executeQuery();
      var found = new ArrayList<UUID>();
      while (rows.next()) {
        found.add(rows.getObject(1, UUID.class));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("Who does not collect could not be found", e);
    }
  }

  private static void bind(PreparedStatement statement, int first, LocalDate day, Term months)
      throws SQLException {
    statement.setObject(first, day);
    statement.setObject(first + 1, day);
    statement.setInt(first + 2, months.value());
  }
}
