package ua.vidnova.payments.identification;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ua.vidnova.payments.award.SuspensionGround;
import ua.vidnova.payments.law.LegalTerms;
import ua.vidnova.payments.law.TermCode;
import ua.vidnova.payments.suspension.SuspendAwards;
import ua.vidnova.payments.suspension.SuspendAwards.Suspended;

/**
 * Warns those whose identification or declaration runs out, and suspends those who have done
 * nothing by the day (CMU №299). Nobody is suspended who was not warned long enough before, however
 * late the warning came. Both may be repeated on the same day.
 */
@ApplicationScoped
public class FollowStandings {

  private static final String WARN =
      """
      with warned as (
        insert into suspension_notice (award_id, ground, due_on, noticed_on)
        select award_id, ground, due_on, ? from cut_off(?) where due_on <= ?
        on conflict do nothing returning ground)
      select ground, count(*) from warned group by ground
      """;

  private static final String OVERDUE =
      """
      select c.award_id from cut_off(?) c
      join suspension_notice n using (award_id, ground, due_on)
      where c.ground = ? and c.due_on <= ? and n.noticed_on <= ?
      order by c.award_id
      """;

  private final AgroalDataSource database;
  private final EntityManager entities;
  private final LegalTerms law;
  private final SuspendAwards suspendAwards;

  @Inject
  FollowStandings(
      AgroalDataSource database,
      EntityManager entities,
      LegalTerms law,
      SuspendAwards suspendAwards) {
    this.database = database;
    this.entities = entities;
    this.law = law;
    this.suspendAwards = suspendAwards;
  }

  /** Returns how many were warned now, by ground; grounds of which nobody was are absent. */
  @Transactional
  public Map<SuspensionGround, Integer> warn(LocalDate day) {
    entities.flush();
    try (var connection = database.getConnection();
        var insert = connection.prepareStatement(WARN)) {
      insert.setObject(1, day);
      insert.setObject(2, day);
      insert.setObject(3, day.plusDays(noticeDays(day)));
      var rows = insert.executeQuery();
      var warned = new EnumMap<SuspensionGround, Integer>(SuspensionGround.class);
      while (rows.next()) {
        warned.put(SuspensionGround.valueOf(rows.getString(1)), rows.getInt(2));
      }
      return warned;
    } catch (SQLException e) {
      throw new IllegalStateException("Who has to be identified could not be warned", e);
    }
  }

  /** Returns what was suspended now on the ground; the caller audits it last. */
  @Transactional
  public List<Suspended> suspend(SuspensionGround ground, LocalDate day) {
    return suspendAwards.suspend(overdue(ground, day), ground, day, null);
  }

  private List<UUID> overdue(SuspensionGround ground, LocalDate day) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(OVERDUE)) {
      query.setObject(1, day);
      query.setString(2, ground.name());
      query.setObject(3, day);
      query.setObject(4, day.minusDays(noticeDays(day)));
      var rows = query.executeQuery();
      var found = new ArrayList<UUID>();
      while (rows.next()) {
        found.add(rows.getObject(1, UUID.class));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("Who was not identified could not be found", e);
    }
  }

  private int noticeDays(LocalDate day) {
    return law.read().on(day, TermCode.SUSPENSION_NOTICE_DAYS).value();
  }
}
