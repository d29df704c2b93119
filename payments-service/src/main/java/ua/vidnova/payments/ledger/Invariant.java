package ua.vidnova.payments.ledger;

/**
 * What must hold of the books at any moment. Each names its first break by a query that returns ids
 * and kopiykas only, and no row when all is well.
 */
public enum Invariant {
  ONE_UNIT_A_MONTH(
      "An award has one unit a month, besides differences that a recalculation found.",
      """
      select award_id, to_char(month, 'YYYY-MM') as month, count(*) as units
      from payable_unit where kind in ('ARREARS', 'CURRENT')
      group by award_id, payable_unit.month having count(*) > 1
      order by award_id, payable_unit.month limit 1
      """),

  ONE_LIVE_INSTRUCTION(
      "A unit is in one live instruction at most.",
      """
      select unit_id, count(*) as live_instructions
      from instruction where state in ('ISSUED', 'PAID')
      group by unit_id having count(*) > 1
      order by unit_id limit 1
      """),

  PAID_UNIT_HAS_ITS_PAYMENT(
      "A unit is paid when, and only when, an instruction of it is.",
      """
      select u.id as unit_id, u.state from payable_unit u
      where (u.state = 'PAID') <> exists (
        select from instruction i where i.unit_id = u.id and i.state = 'PAID')
      order by u.id limit 1
      """),

  CORRECTION_WAS_SETTLED(
      "What a partner reported stands, unless two people settled that it was otherwise.",
      """
      select i.id as instruction_id, i.state from instruction i
      where i.state = 'RETURNED' and not exists (
          select from instruction_correction c
          join report_difference d on d.id = c.difference_id and d.settled_by <> d.proposed_by
          where c.instruction_id = i.id and c.state = i.state)
         or exists (
          select from instruction_correction c
          where c.instruction_id = i.id and c.state <> i.state and not exists (
            select from instruction_correction later
            where later.instruction_id = i.id and later.former_state = c.state))
      order by i.id limit 1
      """),

  MONTH_PAID_ONCE(
      "No month is paid twice to a person, unless it is on the list of differences.",
      """
      select min(u.award_id::text) as award_id, max(u.award_id::text) as other_award_id,
             to_char(u.month, 'YYYY-MM') as month
      from payable_unit u
      join award a on a.id = u.award_id
      join programme g on g.code = a.programme and g.per = 'PERSON'
      join person r on r.record_id = a.resident_id
      where u.state = 'PAID'
        and exists (select from resident merged where merged.merged_into = r.id)
        and not exists (
          select from difference d where d.kind = 'PAID_TWICE' and d.month = u.month
            and u.award_id in (d.award_id, d.other_award_id))
      group by r.id, a.programme, u.month having count(distinct a.resident_id) > 1
      order by 1, 3 limit 1
      """),

  ENTRY_NAMES_ACCOUNTS(
      "Every entry names two accounts and a unit that exist.",
      """
      select e.id as entry_id from ledger_entry e
      where not exists (select from ledger_account a where a.id = e.debit_account)
         or not exists (select from ledger_account a where a.id = e.credit_account)
         or not exists (select from payable_unit u where u.id = e.unit_id)
      order by e.id limit 1
      """),

  ACCOUNT_AGREES(
      "The balance of every account is what units and instructions say.",
      """
      with balance as (
        select account_id, sum(minor) as minor from (
          select credit_account as account_id, amount_minor as minor from ledger_entry
          union all
          select debit_account, -amount_minor from ledger_entry) entry
        group by account_id),
      unit as (
        select u.award_id, a.programme, u.state, u.amount_minor,
               exists (select from instruction i
                       where i.unit_id = u.id and i.state in ('ISSUED', 'PAID')) as sent
        from payable_unit u join award a on a.id = u.award_id),
      sent as (
        select i.state, b.partner, b.channel, a.programme, u.amount_minor
        from instruction i
        join batch b on b.id = i.batch_id
        join payable_unit u on u.id = i.unit_id
        join award a on a.id = u.award_id
        where i.state in ('ISSUED', 'PAID')),
      expected as (
        select award_id as account_id, sum(amount_minor) as minor from unit
        where state = 'OUTSTANDING' and not sent group by award_id
        union all
        select p.heirs, sum(amount_minor) from unit join programme_accounts p using (programme)
        where state = 'UNPAID_ON_DEATH' and not sent group by p.heirs
        union all
        select p.cost, -sum(amount_minor) from unit join programme_accounts p using (programme)
        where state <> 'NOT_DUE' group by p.cost
        union all
        select p.cost, sum(amount_minor) from unit join programme_accounts p
          on p.programme = 'HEIRS_PAYOUT'
        where state = 'PASSED_TO_HEIRS' group by p.cost
        union all
        select p.fund, sum(amount_minor) from sent join programme_accounts p using (programme)
        where state = 'PAID' group by p.fund
        union all
        select t.id, sum(amount_minor)
        from sent
        join ledger_account t
          on t.kind = 'IN_TRANSIT' and t.partner = sent.partner and t.channel = sent.channel
        where state = 'ISSUED' group by t.id),
      owed as (select account_id, sum(minor) as minor from expected group by account_id)
      select account_id, coalesce(b.minor, 0) as balance_minor,
             coalesce(e.minor, 0) as expected_minor
      from balance b full join owed e using (account_id)
      where coalesce(b.minor, 0) <> coalesce(e.minor, 0)
      order by account_id limit 1
      """),

  BATCH_AGREES(
      "Counts and sums of every batch are those of its instructions.",
      """
      select b.id as batch_id, b.instruction_count, coalesce(s.instructions, 0) as instructions,
             b.total_minor, coalesce(s.total_minor, 0) as instructions_minor
      from batch b
      left join (
        select i.batch_id, count(*) as instructions, sum(u.amount_minor) as total_minor
        from instruction i join payable_unit u on u.id = i.unit_id
        where i.state <> 'WITHDRAWN' group by i.batch_id) s on s.batch_id = b.id
      where b.state <> 'ASSEMBLING'
        and (b.instruction_count <> coalesce(s.instructions, 0)
             or b.total_minor <> coalesce(s.total_minor, 0))
      order by b.id limit 1
      """),

  COLLECTION_AGREES(
      "What an official handed out has receipts, and is paid; a closed collection awaits nothing.",
      """
      select c.batch_id, c.handed_out_minor, coalesce(s.receipts_minor, 0) as receipts_minor,
             coalesce(s.paid_minor, 0) as paid_minor, coalesce(s.waiting, 0) as without_outcome
      from cash_collection c
      left join (
        select i.batch_id, count(*) filter (where i.state = 'ISSUED') as waiting,
               sum(u.amount_minor) filter (where i.state = 'PAID') as paid_minor,
               sum(u.amount_minor) filter (where l.instruction_id is not null) as receipts_minor
        from instruction i
        join payable_unit u on u.id = i.unit_id
        left join cash_receipt_line l on l.instruction_id = i.id
        where i.batch_id in (select batch_id from cash_collection)
        group by i.batch_id) s using (batch_id)
      where c.handed_out_minor <> coalesce(s.receipts_minor, 0)
         or c.handed_out_minor <> coalesce(s.paid_minor, 0)
         or (c.state = 'CLOSED' and s.waiting > 0)
      order by c.batch_id limit 1
      """),

  RUN_ADDS_UP(
      "The shards of an executed run are done, and together are what the run has made.",
      """
      select r.id as run_id, s.due as shards_due, s.instructions as instructions_of_shards,
             coalesce(m.instructions, 0) as instructions
      from payment_run r
      join (
        select run_id, count(*) filter (where state = 'DUE') as due,
               sum(instructions) as instructions, sum(total_minor) as total_minor
        from run_shard group by run_id) s on s.run_id = r.id
      left join (
        select b.run_id, count(*) as instructions, sum(u.amount_minor) as total_minor
        from instruction i
        join batch b on b.id = i.batch_id
        join payable_unit u on u.id = i.unit_id
        group by b.run_id) m on m.run_id = r.id
      where r.state = 'EXECUTED'
        and (s.due > 0 or s.instructions <> coalesce(m.instructions, 0)
             or s.total_minor <> coalesce(m.total_minor, 0))
      order by r.id limit 1
      """);

  private final String meaning;
  private final String firstBreak;

  Invariant(String meaning, String firstBreak) {
    this.meaning = meaning;
    this.firstBreak = firstBreak;
  }

  public String meaning() {
    return meaning;
  }

  String firstBreak() {
    return firstBreak;
  }
}
