package ua.vidnova.payments.run;

/**
 * What is due in a period, as parts of statements that a proposal and a shard share, so that what
 * is approved is what is executed. In all of them {@code a} is the award and the first parameter
 * the first day of the period.
 */
final class Due {

  private Due() {}

  /**
   * Months of awards without a unit, those that earlier runs missed included, up to the end of the
   * award's term.
   */
  static final String MONTHS_MISSING =
      """
      award a
      cross join lateral (
        select max(u.month) as last_month from payable_unit u where u.award_id = a.id) had
      cross join lateral generate_series(
        greatest(a.current_from, had.last_month + interval '1 month'),
        least(?::date, a.last_month), '1 month') m
      """;

  /** Those of awards that are paid. */
  static final String MONTHS_WITHOUT_UNIT =
      MONTHS_MISSING + "where a.state = 'RESUMED' and a.hold is null\n";

  /** The amount of such a month: as it was derived, else as it was imported. */
  static final String MONTH_AMOUNT =
      """
      coalesce((select f.amount_minor from award_amount f
                where f.award_id = a.id and f.from_month <= m::date
                order by f.from_month desc, f.id desc limit 1), a.monthly_amount_minor)
      """;

  /** Whether such a month is not owed because of a Russian pension. */
  static final String OF_OVERLAP =
      """
      exists (select from overlap_not_owed o
              where o.award_id = a.id and m between o.from_month and o.to_month)
      """;

  /** Units that are owed by now and in no live instruction. */
  static final String UNITS =
      """
      payable_unit u
      join award a on a.id = u.award_id
      where u.state = 'OUTSTANDING' and u.scheduled_period <= ?::date and a.state = 'RESUMED'
        and not exists (
          select from instruction i where i.unit_id = u.id and i.state in ('ISSUED', 'PAID'))
      """;

  /**
   * Why a month of an award cannot be sent, a {@link HoldReason}; null when it can. Here {@code d}
   * has the award's id and hold and the month, and {@code w} is how the resident is paid.
   */
  static final String HOLD =
      """
      case when d.hold is not null then d.hold
           when exists (
             select from award other
             join payable_unit twin on twin.award_id = other.id and twin.month = d.month
             where other.behind_award_id = d.award_id
               and (twin.state = 'PAID' or exists (
                 select from instruction i
                 where i.unit_id = twin.id and i.state in ('ISSUED', 'PAID'))))
             then 'MONTH_PAID'
           when exists (
             select from overlap_proposal o
             where o.award_id = d.award_id and o.state = 'PROPOSED' and d.month >= o.from_month
               and (o.to_month is null or d.month <= o.to_month))
             then 'OVERLAP_PROPOSED'
           when w.record_id is null then 'CHANNEL_MISSING'
           else w.hold end
      """;

  /** How each record is paid in the period, another parameter, given what works today. */
  static final String WAYS = "payment_way(?::date, (now() at time zone 'Europe/Kyiv')::date)";
}
