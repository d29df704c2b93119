package ua.vidnova.payments.reconciliation;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import ua.vidnova.chassis.events.Outbox;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.award.Hold;
import ua.vidnova.payments.run.InstructionState;
import ua.vidnova.payments.run.ReadyInstructions;

/** Opens differences, and holds awards for as long as one about them is open. */
@ApplicationScoped
public class OpenDifferences {

  private static final String OPEN =
      """
      insert into report_difference
        (id, kind, partner, instruction_id, award_id, told_outcome, told_on, told_code,
         told_amount_minor, known_outcome, opened_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing
      """;

  /** What merged records hold goes before, and is the merge's to let go. */
  private static final String RENEW_HOLDS =
      """
      update award a set hold = h.reason, version = a.version + 1
      from unnest(?) as wanted (award_id)
      left join reported_hold h using (award_id)
      where a.id = wanted.award_id and a.hold is distinct from h.reason
        and coalesce(a.hold in ('REPORTED_DEAD', 'REPORTS_DISAGREE', 'MOVED'), true)
      returning a.id, a.hold
      """;

  /** Before it is looked at what holds them: a report may be opening a difference just now. */
  private static final String LOCK_AWARDS =
      "select id from award where resident_id = ? order by id for update";

  /** The new address is known: it is sent there. */
  private static final String LAPSE_MOVED =
      """
      update report_difference d set lapsed_at = ? from award a
      where a.id = d.award_id and a.resident_id = ? and d.kind = 'MOVED'
        and d.settled_at is null and d.lapsed_at is null
      returning d.award_id
      """;

  private final AgroalDataSource database;
  private final EntityManager entities;
  private final ReadyInstructions readyInstructions;
  private final Outbox outbox;
  private final KyivCalendar calendar;

  @Inject
  OpenDifferences(
      AgroalDataSource database,
      EntityManager entities,
      ReadyInstructions readyInstructions,
      Outbox outbox,
      KyivCalendar calendar) {
    this.database = database;
    this.entities = entities;
    this.readyInstructions = readyInstructions;
    this.outbox = outbox;
    this.calendar = calendar;
  }

  /**
   * What a partner told.
   *
   * @param awardId null when the instruction is unknown, like known
   * @param code the partner's own; null when it gave none
   * @param amountMinor kopiykas; null when it told none
   * @param known what the books say
   */
  public record Told(
      DifferenceKind kind,
      String partner,
      UUID instructionId,
      UUID awardId,
      InstructionState outcome,
      LocalDate on,
      String code,
      Long amountMinor,
      InstructionState known) {}

  /** Opens what is new; the same word again is the same difference, also of the same day later. */
  public void open(List<Told> differences) {
    if (differences.isEmpty()) {
      return;
    }
    try (var connection = database.getConnection();
        var insert = connection.prepareStatement(OPEN)) {
      var now = Timestamp.from(calendar.now());
      for (var one : differences) {
        insert.setObject(1, Ids.newId());
        insert.setString(2, one.kind().name());
        insert.setString(3, one.partner());
        insert.setObject(4, one.instructionId());
        insert.setObject(5, one.awardId());
        insert.setString(6, one.outcome().name());
        insert.setObject(7, one.on());
        insert.setString(8, one.code());
        insert.setObject(9, one.amountMinor());
        insert.setString(10, one.known() == null ? null : one.known().name());
        insert.setTimestamp(11, now);
        insert.addBatch();
      }
      insert.executeBatch();
    } catch (SQLException e) {
      throw new IllegalStateException("Differences could not be opened", e);
    }
  }

  /**
   * Holds locked awards about which a difference is open, and lets go those about which none is.
   * What no partner has yet of a held one is taken back.
   */
  public void renewHolds(Collection<UUID> awardIds) {
    entities.flush();
    try (var connection = database.getConnection();
        var update = connection.prepareStatement(RENEW_HOLDS)) {
      update.setArray(
          1,
          connection.createArrayOf("uuid", awardIds.stream().filter(Objects::nonNull).toArray()));
      var rows = update.executeQuery();
      var held = new TreeMap<String, List<UUID>>();
      while (rows.next()) {
        if (rows.getString(2) != null) {
          held.computeIfAbsent(rows.getString(2), any -> new ArrayList<>())
              .add(rows.getObject(1, UUID.class));
        }
      }
      held.forEach(this::takeBack);
    } catch (SQLException e) {
      throw new IllegalStateException("Awards could not be held", e);
    }
  }

  private void takeBack(String reason, List<UUID> awardIds) {
    outbox.appendAll(
        readyInstructions.withdraw(awardIds, reason).stream()
            .map(
                one ->
                    new InstructionHeld(
                        one.instructionId(), one.awardId(), one.residentId(), reason))
            .toList());
  }

  /** Why awards would be held were it not for merged records; those that would not are absent. */
  public Map<UUID, Hold> holdsOf(Collection<UUID> awardIds) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select award_id, reason from reported_hold where award_id = any(?)")) {
      query.setArray(1, connection.createArrayOf("uuid", awardIds.toArray()));
      var rows = query.executeQuery();
      var holds = new HashMap<UUID, Hold>();
      while (rows.next()) {
        holds.put(
            rows.getObject(1, UUID.class), new Hold(Hold.Reason.valueOf(rows.getString(2)), null));
      }
      return holds;
    } catch (SQLException e) {
      throw new IllegalStateException("Holds could not be read", e);
    }
  }

  /** The resident was identified anew: whoever had moved can be paid where they live now. */
  public void lapseMoved(UUID residentId) {
    try (var connection = database.getConnection();
        var lock = connection.prepareStatement(LOCK_AWARDS);
        var lapse = connection.prepareStatement(LAPSE_MOVED)) {
      lock.setObject(1, residentId);
      lock.executeQuery();
      lapse.setTimestamp(1, Timestamp.from(calendar.now()));
      lapse.setObject(2, residentId);
      var rows = lapse.executeQuery();
      var awards = new ArrayList<UUID>();
      while (rows.next()) {
        awards.add(rows.getObject(1, UUID.class));
      }
      if (!awards.isEmpty()) {
        renewHolds(awards);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("Differences could not be let lapse", e);
    }
  }
}
