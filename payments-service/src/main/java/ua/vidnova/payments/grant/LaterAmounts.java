package ua.vidnova.payments.grant;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/**
 * Brings amounts that are known already, and begin after the first month, to recurring grants that
 * are approved now. Changes that come after the approval bring themselves.
 */
@ApplicationScoped
class LaterAmounts {

  /** A month has one amount, that of its first day. */
  private static final String BRING =
      """
      with later as (
        select g.award_id, m.change_id, m.id as row_id, m.amount_minor, f.first
        from aid_grant g
        join programme_amount m on m.programme = g.programme and m.category = g.category
          and m.change_id is not null and m.amount_minor is not null
        cross join lateral (
          select (date_trunc('month', m.valid_from + interval '1 month' - interval '1 day'))::date
            as first) f
        where g.id = any(?) and not g.once and f.first > g.from_month
          and f.first < coalesce(m.valid_to, 'infinity')
          and f.first <= coalesce(g.last_month, 'infinity')),
      derivations as (
        insert into derivation (id, award_id, programme_change_id, facts, made_at)
        select uuidv7(), award_id, change_id, jsonb_build_object('amountRows', jsonb_agg(row_id)), ?
        from later group by award_id, change_id
        returning id, award_id, programme_change_id),
      months as (
        insert into derived_amount (derivation_id, month, amount_minor, steps)
        select d.id, l.first, l.amount_minor, '[]'
        from derivations d
        join later l on (l.award_id, l.change_id) = (d.award_id, d.programme_change_id)
        returning derivation_id, month, amount_minor)
      insert into award_amount (award_id, from_month, amount_minor, derivation_id)
      select d.award_id, m.month, m.amount_minor, d.id
      from months m join derivations d on d.id = m.derivation_id
      order by d.award_id, m.month
      """;

  private final AgroalDataSource database;

  @Inject
  LaterAmounts(AgroalDataSource database) {
    this.database = database;
  }

  /** To grants that have their awards. */
  void bringTo(Collection<UUID> grantIds, Instant at) {
    try (var connection = database.getConnection();
        var bring = connection.prepareStatement(BRING)) {
      bring.setArray(1, connection.createArrayOf("uuid", grantIds.toArray()));
      bring.setTimestamp(2, Timestamp.from(at));
      bring.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Later amounts could not be brought to grants", e);
    }
  }
}
