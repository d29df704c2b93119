package ua.vidnova.bench.payments;

import static ua.vidnova.bench.service.Sql.execute;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import ua.vidnova.localstack.postgres.Database;

/**
 * The yardstick of a run: the rows that it makes, inserted by plain SQL in one transaction into a
 * copy of the same database, with its keys and foreign keys, but without triggers. It looks for
 * nothing, locks nobody and decides nothing.
 */
final class PlainRun {
  private static final List<String> TABLES =
      List.of("payable_unit", "instruction", "batch", "ledger_entry", "outbox_event");

  private static final String RUN =
      """
      insert into payment_run
        (id, period, state, proposed_by, proposed_at, approved_by, approved_at, executed_at)
      values (?, ?, 'EXECUTED', 'one', now(), 'another', now(), now())
      """;

  private static final String UNITS =
      """
      insert into payable_unit
        (id, award_id, month, amount_minor, currency, kind, scheduled_period, state)
      select uuidv7(), id, current_from, monthly_amount_minor, currency, 'CURRENT', current_from,
             'OUTSTANDING'
      from award where state = 'RESUMED'
      """;

  private static final String BATCHES =
      """
      insert into batch
        (id, run_id, partner, channel, part, state, instruction_count, total_minor, created_at)
      select uuidv7(), ?, p.edrpou, p.channel, 0, 'READY', count(*), sum(a.monthly_amount_minor),
             now()
      from award a
      join resident r on r.id = a.resident_id
      join partner p on p.channel = r.channel and p.active
      group by p.edrpou, p.channel
      """;

  private static final String INSTRUCTIONS =
      """
      insert into instruction (id, unit_id, batch_id, iban, state)
      select uuidv7(), u.id, b.id, r.iban, 'ISSUED'
      from payable_unit u
      join award a on a.id = u.award_id
      join resident r on r.id = a.resident_id
      join batch b on b.channel = r.channel
      """;

  private static final String ACCRUED =
      """
      insert into ledger_entry (kind, debit_account, credit_account, amount_minor, unit_id)
      select 'ACCRUED', p.cost, u.award_id, u.amount_minor, u.id
      from payable_unit u join programme_accounts p on p.programme = 'PENSION'
      """;

  private static final String ISSUED =
      """
      insert into ledger_entry
        (kind, debit_account, credit_account, amount_minor, unit_id, instruction_id)
      select 'ISSUED', u.award_id, t.id, u.amount_minor, u.id, i.id
      from instruction i
      join payable_unit u on u.id = i.unit_id
      join batch b on b.id = i.batch_id
      join ledger_account t on t.partner = b.partner and t.channel = b.channel
      """;

  private static final String EVENTS =
      """
      insert into outbox_event (shard, event_id, topic, event_key, type, data, occurred_at)
      select hashtext(a.id::text) & 63, uuidv7(), 'payments.instructions', a.id::text,
             'ua.vidnova.payments.InstructionIssued.v1',
             convert_to(json_build_object(
               'instructionId', i.id, 'awardId', a.id, 'residentId', a.resident_id,
               'batchId', b.id, 'partner', b.partner, 'channel', b.channel,
               'month', to_char(u.month, 'YYYY-MM'), 'amountMinor', u.amount_minor,
               'currency', u.currency)::text, 'UTF8'), now()
      from instruction i
      join payable_unit u on u.id = i.unit_id
      join award a on a.id = u.award_id
      join batch b on b.id = i.batch_id
      """;

  private PlainRun() {}

  /** How long the rows take, the commit included. */
  static Duration insert(Database database, LocalDate period) {
    try (Connection connection = database.connect()) {
      for (var table : TABLES) {
        execute(connection, "alter table %s disable trigger user".formatted(table));
      }
      var run = UUID.randomUUID();
      long began = System.nanoTime();
      connection.setAutoCommit(false);
      execute(connection, RUN, run, period);
      execute(connection, UNITS);
      execute(connection, BATCHES, run);
      execute(connection, INSTRUCTIONS);
      execute(connection, ACCRUED);
      execute(connection, ISSUED);
      execute(connection, EVENTS);
      connection.commit();
      return Duration.ofNanos(System.nanoTime() - began);
    } catch (SQLException e) {
      throw new IllegalStateException("The same rows could not be inserted", e);
    }
  }
}
