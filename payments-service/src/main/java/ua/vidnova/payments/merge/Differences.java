package ua.vidnova.payments.merge;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.sql.Statements;
import ua.vidnova.chassis.time.KyivCalendar;

/** What a merge, a recalculation or a reappearance brought to light, and people have to settle. */
@ApplicationScoped
public class Differences {

  /** One difference is enough for the same thing; those that no longer hold have lapsed. */
  private static final String LAPSE =
      """
      update difference d set lapsed_at = ? from award a
      where a.id = d.award_id and d.lapsed_at is null and d.award_id = any(?)
        and not case d.kind
          when 'RECORD_OF_DEATH' then a.hold is not distinct from d.kind
          when 'RECORD_OF_DISAPPEARANCE' then a.hold is not distinct from d.kind
          when 'AMOUNT_FELL' then true
          when 'HEIRS_PAID' then true
          when 'ANOTHER_AWARD' then a.behind_award_id is not distinct from d.other_award_id
          else exists (select from award o where o.id = d.other_award_id
            and coalesce(o.behind_award_id, o.id) = coalesce(a.behind_award_id, a.id)) end
      """;

  private static final String OPEN_HOLDS =
      """
      insert into difference (id, kind, award_id, other_award_id, opened_at)
      select uuidv7(), kind, id, other_award_id, ? from (
        select 'ANOTHER_AWARD' as kind, id, behind_award_id as other_award_id from award
        where id = any(?) and behind_award_id is not null
        union all
        select hold, id, null from award
        where id = any(?) and hold in ('RECORD_OF_DEATH', 'RECORD_OF_DISAPPEARANCE'))
      on conflict do nothing
      """;

  /** Of all awards that stand behind one, each month but the first that was paid is too much. */
  private static final String OPEN_PAID_TWICE =
      """
      insert into difference
        (id, kind, award_id, other_award_id, month, amount_minor, currency, opened_at)
      select uuidv7(), 'PAID_TWICE', award_id, first_award_id, month, amount_minor, currency, ?
      from (
        select u.award_id, u.month, u.amount_minor, u.currency,
               first_value(u.award_id) over paid as first_award_id, row_number() over paid as place
        from (
          select distinct coalesce(behind_award_id, id) as id from award where id = any(?)) head
        join award a on a.id = head.id or a.behind_award_id = head.id
        join payable_unit u on u.award_id = a.id and u.state = 'PAID'
        where exists (select from award behind where behind.behind_award_id = head.id)
        window paid as (
          partition by head.id, u.month order by a.behind_award_id nulls first, a.id)) months
      where place > 1
      on conflict do nothing
      """;

  private static final String OPEN_HEIRS_PAID =
      """
      insert into difference (id, kind, award_id, month, amount_minor, currency, opened_at)
      select uuidv7(), 'HEIRS_PAID', award_id, month, sum(amount_minor), currency, ?
      from payable_unit where award_id = any(?) and state = 'PASSED_TO_HEIRS'
      group by award_id, month, currency
      on conflict do nothing
      """;

  private static final String STATED =
      """
      select * from (
        select d.*, p.id as person_id,
               case when d.lapsed_at is not null then 'LAPSED'
                    when d.settled_at is not null then 'SETTLED'
                    when d.proposed_at is not null then 'PROPOSED' else 'OPEN' end as state
        from difference d
        join award a on a.id = d.award_id
        left join resumption c on c.award_id = a.id and c.state in ('OPENED', 'PROPOSED')
        join person p on p.record_id = coalesce(a.resident_id, c.resident_id)
        where p.settlement = any(?) and (?::uuid is null or ?::uuid in (p.id, p.record_id))) d
      """;

  private static final String LIST =
      STATED
          + " where d.id > ? and case when ?::text is null then d.state in ('OPEN', 'PROPOSED')"
          + " else d.state = ? end order by d.id limit ?";

  private final AgroalDataSource database;
  private final EntityManager entities;
  private final KyivCalendar calendar;

  @Inject
  Differences(AgroalDataSource database, EntityManager entities, KyivCalendar calendar) {
    this.database = database;
    this.entities = entities;
    this.calendar = calendar;
  }

  /** What differs. */
  public enum Kind {
    /** Two records of one person had an award of one programme; nothing is paid from this one. */
    ANOTHER_AWARD,
    /** Another record of the person says that they died. */
    RECORD_OF_DEATH,
    /** Another record of the person says that they are missing. */
    RECORD_OF_DISAPPEARANCE,
    /** A month reached the person from two awards; the amount is what came second. */
    PAID_TWICE,
    /** A later derivation found less due for a month than was made payable; by how much. */
    AMOUNT_FELL,
    /** The person lives after all, and heirs have the month; it is not owed a second time. */
    HEIRS_PAID
  }

  /** Where a difference is; those of months that heirs have are settled by two people. */
  public enum State {
    OPEN,
    PROPOSED,
    SETTLED,
    /** It holds no more. */
    LAPSED
  }

  /**
   * How a difference was, or is to be, cleared up.
   *
   * @param booking NONE until proposed; note, proposedBy and proposedAt are null until then
   * @param settledBy null until approved, like settledAt
   */
  public record Settlement(
      SettleHeirsPaid.Booking booking,
      String note,
      String proposedBy,
      Instant proposedAt,
      String settledBy,
      Instant settledAt) {}

  /**
   * A difference.
   *
   * @param residentId the person, as known now
   * @param otherAwardId the award that is paid instead; null unless there is one
   * @param month with PAID_TWICE, AMOUNT_FELL and HEIRS_PAID, like amount and currency
   * @param amountMinor kopiykas
   * @param lapsedAt null while it is open
   */
  public record Difference(
      UUID id,
      Kind kind,
      State state,
      UUID residentId,
      UUID awardId,
      UUID otherAwardId,
      YearMonth month,
      Long amountMinor,
      String currency,
      Instant openedAt,
      Settlement settlement,
      Instant lapsedAt) {}

  /**
   * Which differences are looked for; of people within settlements.
   *
   * @param state empty for those that people have to settle
   */
  public record Query(
      Optional<State> state,
      Optional<UUID> residentId,
      Collection<String> settlements,
      Optional<UUID> after,
      int limit) {}

  /** Opens what is new about locked awards and lets lapse what no longer holds. */
  void renew(Collection<UUID> awardIds) {
    try (var connection = database.getConnection();
        var lapse = connection.prepareStatement(LAPSE);
        var open = connection.prepareStatement(OPEN_HOLDS)) {
      var awards = connection.createArrayOf("uuid", awardIds.toArray());
      var now = Timestamp.from(calendar.now());
      lapse.setTimestamp(1, now);
      lapse.setArray(2, awards);
      lapse.executeUpdate();
      open.setTimestamp(1, now);
      open.setArray(2, awards);
      open.setArray(3, awards);
      open.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Differences could not be renewed", e);
    }
    notePaidTwice(awardIds);
  }

  /** Opens a difference for each month that reached a person twice from these awards or others. */
  public void notePaidTwice(Collection<UUID> awardIds) {
    open(OPEN_PAID_TWICE, awardIds);
  }

  /** Opens a difference for each month of locked awards that heirs have. */
  public void noteHeirsPaid(Collection<UUID> awardIds) {
    open(OPEN_HEIRS_PAID, awardIds);
  }

  private void open(String sql, Collection<UUID> awardIds) {
    entities.flush();
    try (var connection = database.getConnection();
        var open = connection.prepareStatement(sql)) {
      open.setTimestamp(1, Timestamp.from(calendar.now()));
      open.setArray(2, connection.createArrayOf("uuid", awardIds.toArray()));
      open.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Differences of months could not be opened", e);
    }
  }

  /** Differences in the order in which they were opened. */
  public List<Difference> list(Query wanted) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(LIST)) {
      query.setArray(1, connection.createArrayOf("text", wanted.settlements().toArray()));
      query.setObject(2, wanted.residentId().orElse(null));
      query.setObject(3, wanted.residentId().orElse(null));
      query.setObject(4, wanted.after().orElse(new UUID(0, 0)));
      query.setString(5, wanted.state().map(State::name).orElse(null));
      query.setString(6, wanted.state().map(State::name).orElse(null));
      query.setInt(7, wanted.limit());
      var rows = query.executeQuery();
      var found = new ArrayList<Difference>();
      while (rows.next()) {
        found.add(difference(rows));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("Differences could not be listed", e);
    }
  }

  /** The difference, if it is within the settlements; locked until the transaction ends. */
  Optional<Difference> findLocked(UUID id, Collection<String> settlements) {
    change("select from difference where id = ? for update", id);
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(STATED + " where d.id = ?")) {
      query.setArray(1, connection.createArrayOf("text", settlements.toArray()));
      query.setObject(2, null);
      query.setObject(3, null);
      query.setObject(4, id);
      var row = query.executeQuery();
      return row.next() ? Optional.of(difference(row)) : Optional.empty();
    } catch (SQLException e) {
      throw new IllegalStateException("A difference could not be found", e);
    }
  }

  void propose(UUID id, SettleHeirsPaid.Booking booking, String note, String by) {
    change(
        "update difference set booking = ?, note = ?, proposed_by = ?, proposed_at = ?"
            + " where id = ?",
        booking.name(),
        note,
        by,
        Timestamp.from(calendar.now()),
        id);
  }

  void takeBackProposal(UUID id) {
    change(
        "update difference set booking = 'NONE', note = null, proposed_by = null,"
            + " proposed_at = null where id = ?",
        id);
  }

  void settle(UUID id, String by) {
    change(
        "update difference set settled_by = ?, settled_at = ? where id = ?",
        by,
        Timestamp.from(calendar.now()),
        id);
  }

  private void change(String sql, Object... parameters) {
    try (var connection = database.getConnection()) {
      Statements.execute(connection, sql, parameters);
    } catch (SQLException e) {
      throw new IllegalStateException("A difference could not be settled", e);
    }
  }

  private static Difference difference(ResultSet row) throws SQLException {
    var month = row.getObject("month", LocalDate.class);
    return new Difference(
        row.getObject("id", UUID.class),
        Kind.valueOf(row.getString("kind")),
        State.valueOf(row.getString("state")),
        row.getObject("person_id", UUID.class),
        row.getObject("award_id", UUID.class),
        row.getObject("other_award_id", UUID.class),
        month == null ? null : YearMonth.from(month),
        row.getObject("amount_minor", Long.class),
        row.getString("currency"),
        Statements.instant(row, "opened_at"),
        new Settlement(
            SettleHeirsPaid.Booking.valueOf(row.getString("booking")),
            row.getString("note"),
            row.getString("proposed_by"),
            Statements.instant(row, "proposed_at"),
            row.getString("settled_by"),
            Statements.instant(row, "settled_at")),
        Statements.instant(row, "lapsed_at"));
  }
}
