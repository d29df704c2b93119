package ua.vidnova.payments.programme;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ua.vidnova.chassis.sql.Statements;
import ua.vidnova.chassis.time.KyivCalendar;

/**
 * Brings a change of amounts to the recurring grants that are being paid, all of them in a few
 * statements. A month has one amount, that of its first day. What was made stays: a rise is a unit
 * of its own, a fall is put before people.
 */
@ApplicationScoped
class GrantedAmounts {

  /**
   * The months that a changed amount speaks of: its first, and those that something was made of.
   */
  private static final String DERIVE =
      """
      with reached as (
        select a.id as award_id, a.resident_id, m.id as row_id, m.amount_minor,
               greatest(g.from_month, (date_trunc('month', m.valid_from + interval '1 month'
                                                           - interval '1 day'))::date) as first,
               least(m.valid_to, (a.last_month + interval '1 month')::date) as until
        from programme_amount m
        join aid_grant g on g.programme = m.programme and g.category = m.category
          and g.state = 'APPROVED' and not g.once
        join award a on a.id = g.award_id and a.state = 'RESUMED'
        where m.change_id = ? and m.amount_minor is not null
        for no key update of a),
      derivations as (
        insert into derivation (id, award_id, programme_change_id, facts, made_at)
        select uuidv7(), r.award_id, ?, jsonb_build_object('amountRows', jsonb_agg(r.row_id)), ?
        from reached r
        where r.until is null or r.first < r.until
        group by r.award_id
        returning id, award_id),
      months as (
        insert into derived_amount (derivation_id, month, amount_minor, steps)
        select d.id, m.month, r.amount_minor, '[]'
        from derivations d
        join reached r using (award_id)
        cross join lateral (
          select r.first as month
          union select u.month from payable_unit u where u.award_id = r.award_id
          union select f.from_month from award_amount f where f.award_id = r.award_id) m
        where m.month >= r.first and (r.until is null or m.month < r.until)
        returning derivation_id)
      select distinct r.resident_id
      from months m join derivations d on d.id = m.derivation_id join reached r using (award_id)
      """;

  private static final String PUT_IN_FORCE =
      """
      insert into award_amount (award_id, from_month, amount_minor, derivation_id)
      select d.award_id, a.month, a.amount_minor, d.id
      from derivation d join derived_amount a on a.derivation_id = d.id
      where d.programme_change_id = ?
      order by d.award_id, a.month
      """;

  private static final String MADE =
      """
      from derivation d
      join derived_amount a on a.derivation_id = d.id
      join lateral (
        select sum(u.amount_minor)::bigint as minor, max(u.scheduled_period) as period
        from payable_unit u
        where u.award_id = d.award_id and u.month = a.month and u.state <> 'NOT_DUE') made
        on made.minor is not null
      """;

  private static final String RISE =
      """
      insert into payable_unit (id, award_id, month, amount_minor, currency, kind,
                                scheduled_period, state, derivation_id)
      select uuidv7(), d.award_id, a.month, a.amount_minor - made.minor, 'UAH', 'DIFFERENCE',
             greatest(made.period, date_trunc('month', ?::date)::date), 'OUTSTANDING', d.id
      """
          + MADE
          + "where d.programme_change_id = ? and a.amount_minor > made.minor";

  private static final String LAPSE =
      """
      update difference f set lapsed_at = ?
      from (select d.award_id, a.month, made.minor - a.amount_minor as fall
      """
          + MADE
          + """
            where d.programme_change_id = ?) now
      where f.award_id = now.award_id and f.month = now.month and f.kind = 'AMOUNT_FELL'
        and f.lapsed_at is null and f.amount_minor <> now.fall
      """;

  private static final String FALL =
      """
      insert into difference (id, kind, award_id, month, amount_minor, currency, opened_at)
      select uuidv7(), 'AMOUNT_FELL', d.award_id, a.month, made.minor - a.amount_minor, 'UAH', ?
      """
          + MADE
          + "where d.programme_change_id = ? and a.amount_minor < made.minor on conflict do nothing";

  private final AgroalDataSource database;
  private final KyivCalendar calendar;

  @Inject
  GrantedAmounts(AgroalDataSource database, KyivCalendar calendar) {
    this.database = database;
    this.calendar = calendar;
  }

  /**
   * Brings the amounts of a change to grants, once it is written. No shard of a run may meet it
   * half-way.
   *
   * @return whose grants it reaches
   */
  List<UUID> bring(UUID changeId) {
    var now = Timestamp.from(calendar.now());
    try (var connection = database.getConnection()) {
      var residents = derive(connection, changeId, now);
      Statements.execute(connection, PUT_IN_FORCE, changeId);
      Statements.execute(connection, RISE, calendar.today(), changeId);
      Statements.execute(connection, LAPSE, now, changeId);
      Statements.execute(connection, FALL, now, changeId);
      return residents;
    } catch (SQLException e) {
      throw new IllegalStateException("A changed amount could not be brought to grants", e);
    }
  }

  private static List<UUID> derive(Connection connection, UUID changeId, Timestamp now)
      throws SQLException {
    try (var derive = connection.prepareStatement(DERIVE)) {
      derive.setObject(1, changeId);
      derive.setObject(2, changeId);
      derive.setTimestamp(3, now);
      var rows = derive.executeQuery();
      var residents = new ArrayList<UUID>();
      while (rows.next()) {
        residents.add(rows.getObject(1, UUID.class));
      }
      return residents;
    }
  }
}
