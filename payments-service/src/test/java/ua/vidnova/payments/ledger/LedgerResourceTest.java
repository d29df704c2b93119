package ua.vidnova.payments.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Cash;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

/** Every change of a unit or an instruction is booked with it, and a false book is found out. */
@QuarkusTest
@WithPlatform
class LedgerResourceTest {

  private static final int AMOUNT = 346_025;

  /** Until the transaction is rolled back. */
  private static final String WITHOUT_GUARDS =
      """
      alter table payable_unit disable trigger user;
      alter table instruction disable trigger user;
      alter table batch disable trigger user;
      alter table run_shard disable trigger user;
      alter table ledger_entry disable trigger user;
      drop index instruction_live;
      do $$ declare one record; begin
        for one in select conname from pg_constraint
                   where conrelid = 'payable_unit'::regclass and contype = 'u' loop
          execute 'alter table payable_unit drop constraint ' || one.conname;
        end loop;
        for one in select indexrelid::regclass as name from pg_index
                   where indrelid = 'payable_unit'::regclass and indisunique
                     and not indisprimary loop
          execute 'drop index ' || one.name;
        end loop;
      end $$
      """;

  @Inject Books books;
  @Inject Cash cash;

  private final Person person = Person.anyone().unpaidSince(Payments.thisMonth().toString());

  @BeforeEach
  void liberate() {
    Told.settlement(Person.LIBERATED, "LIBERATED", Payments.today().minusDays(3));
    books.awaitLiberation(Person.LIBERATED);
  }

  @Test
  void what_is_paid_goes_from_cost_to_award_to_partner_to_fund() {
    paid();

    assertThat(entries())
        .containsExactly(
            "ACCRUED PROGRAMME_COST AWARD",
            "ISSUED AWARD IN_TRANSIT",
            "SETTLED IN_TRANSIT PROGRAMME_FUND");
    balance(0);
  }

  @Test
  void what_comes_back_is_owed_again() {
    issued();
    balance(0);
    report(person, "NOT_COLLECTED");

    assertThat(entries()).endsWith("CAME_BACK IN_TRANSIT AWARD");
    balance(AMOUNT);
    assertIntact();
  }

  @Test
  void what_the_dead_are_owed_is_the_heirs_and_theirs_again_when_they_live() {
    issued();
    Told.died(person.residentId(), Payments.today());
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> books.awardStateOf(person), "STOPPED"::equals);

    assertThat(entries()).endsWith("CAME_BACK IN_TRANSIT AWARD", "UNPAID_ON_DEATH AWARD HEIRS");
    balance(0);
    assertIntact();

    Told.alive(person.residentId(), Payments.today());
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> books.awardStateOf(person), "DORMANT"::equals);
    assertThat(entries()).endsWith("OWED_AGAIN HEIRS AWARD");
    balance(AMOUNT);
    assertIntact();
  }

  @Test
  void entries_are_paged_latest_first() {
    paid();
    Payments.get(Payments.auditor(), "ledger/accounts/" + award() + "/entries?limit=2")
        .then()
        .statusCode(200)
        .body("items.kind", equalTo(List.of("ISSUED", "ACCRUED")))
        .body("items[0].amountMinor", equalTo(AMOUNT))
        .body("next", nullValue());
    var page = Payments.get(Payments.auditor(), "ledger/accounts/" + award() + "/entries?limit=1");
    Payments.get(
            Payments.auditor(),
            "ledger/accounts/"
                + award()
                + "/entries?limit=1&after="
                + page.jsonPath().getString("next"))
        .then()
        .body("items.kind", equalTo(List.of("ACCRUED")));
  }

  @Test
  void programmes_and_partners_have_accounts_of_their_own() {
    paid();
    Payments.get(Payments.officer(), "ledger/accounts")
        .then()
        .statusCode(200)
        .body("items.kind", hasItems("PROGRAMME_COST", "PROGRAMME_FUND", "HEIRS", "IN_TRANSIT"))
        .body(
            "items.find { it.kind == 'PROGRAMME_FUND' && it.programme == 'PENSION' }.balanceMinor",
            greaterThan(0));
  }

  @Test
  void every_kind_that_the_database_books_can_be_shown() {
    var booked =
        books.rows(
            "select kind[1] as kind from pg_constraint, regexp_matches("
                + "pg_get_constraintdef(oid), '''([A-Z_]+)''', 'g') kind"
                + " where conname = 'ledger_entry_kind_check'");

    assertThat(booked)
        .extracting(row -> row.get("kind"))
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(LedgerReader.EntryKind.values()).map(Enum::name).toList());
  }

  @Test
  void an_entry_is_never_changed_and_names_what_exists() throws SQLException {
    issued();
    for (var statement :
        List.of(
            "update ledger_entry set amount_minor = 1",
            "delete from ledger_entry",
            "truncate ledger_entry",
            "delete from ledger_account")) {
      assertThatThrownBy(() -> books.execute(statement)).hasMessageContaining("never changed");
    }
    assertThatThrownBy(
            () ->
                books.execute(
                    "insert into ledger_entry (kind, debit_account, credit_account, amount_minor,"
                        + " unit_id) select kind, debit_account, uuidv7(), 1, unit_id"
                        + " from ledger_entry where kind = 'ACCRUED' limit 1"))
        .hasMessageContaining("does not exist");
  }

  /** Each invariant, and how somebody with the database's keys would break it. */
  static Stream<Arguments> breaks() {
    return Stream.of(
        arguments(
            "ENTRY_NAMES_ACCOUNTS",
            "insert into ledger_entry (kind, debit_account, credit_account, amount_minor, unit_id)"
                + " select 'ACCRUED', uuidv7(), award_id, 1, id from payable_unit"
                + " where award_id = ?"),
        arguments(
            "ACCOUNT_AGREES",
            "insert into ledger_entry (kind, debit_account, credit_account, amount_minor, unit_id)"
                + " select kind, debit_account, credit_account, 1, unit_id from ledger_entry"
                + " where kind = 'ACCRUED' and credit_account = ?"),
        arguments(
            "ONE_LIVE_INSTRUCTION",
            "insert into instruction (id, unit_id, batch_id, state)"
                + " select uuidv7(), i.unit_id, i.batch_id, 'ISSUED' from instruction i"
                + " join payable_unit u on u.id = i.unit_id where u.award_id = ?"),
        arguments(
            "PAID_UNIT_HAS_ITS_PAYMENT",
            "update payable_unit set state = 'PAID' where award_id = ?"),
        arguments(
            "CORRECTION_WAS_SETTLED",
            "update instruction set state = 'RETURNED', occurred_on = current_date"
                + " where unit_id in (select id from payable_unit where award_id = ?)"),
        arguments(
            "BATCH_AGREES",
            "update batch set total_minor = total_minor + 1 where id in (select i.batch_id"
                + " from instruction i join payable_unit u on u.id = i.unit_id"
                + " where u.award_id = ?)"),
        arguments(
            "RUN_ADDS_UP",
            "update run_shard s set instructions = instructions + 1 where s.number = 0"
                + " and s.run_id in (select b.run_id from batch b"
                + " join instruction i on i.batch_id = b.id"
                + " join payable_unit u on u.id = i.unit_id where u.award_id = ?)"));
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void the_first_break_is_named(String invariant, String falsification) throws SQLException {
    issued();
    assertIntact();

    var broken = falsified(falsification, award());

    assertThat(broken.intact()).isFalse();
    assertThat(broken.firstBreak().invariant()).hasToString(invariant);
    assertThat(broken.firstBreak().where()).isNotEmpty();
    assertIntact();
  }

  @Test
  void a_month_that_two_records_of_one_person_were_paid_is_named() throws SQLException {
    paid();
    var other = Person.anyone().unpaidSince(Payments.thisMonth().toString());
    Payments.resumed(other);
    pay(other);

    var broken =
        falsified(
            "update resident set merged_into = '" + other.residentId() + "' where id = ?",
            person.residentId());

    assertThat(broken.firstBreak().invariant()).isEqualTo(Invariant.MONTH_PAID_ONCE);
    assertThat(broken.firstBreak().where())
        .containsEntry("month", Payments.thisMonth().toString())
        .containsValue(award().toString());
  }

  @Test
  void a_second_unit_of_a_month_is_named() throws SQLException {
    issued();

    var broken =
        falsified(
            "insert into payable_unit (id, award_id, month, amount_minor, currency, kind,"
                + " scheduled_period, state) select uuidv7(), award_id, month, amount_minor,"
                + " currency, kind, scheduled_period, state from payable_unit where award_id = ?",
            award());

    assertThat(broken.firstBreak().invariant()).isEqualTo(Invariant.ONE_UNIT_A_MONTH);
  }

  @Test
  void cash_that_has_no_receipts_is_named() throws SQLException {
    var list = cash.listed(Person.anyone().livingIn(cash.settlement()).unpaidSince("2026-10"));
    Cash.taken(list, list.totalMinor());

    var broken =
        falsified(
            "update cash_collection set handed_out_minor = 1 where batch_id = ?",
            UUID.fromString(list.batch()));

    assertThat(broken.firstBreak().invariant()).isEqualTo(Invariant.COLLECTION_AGREES);
  }

  /** What the proof says of books that were falsified, before they are put right again. */
  private VerifyLedger.Verification falsified(String statement, UUID parameter)
      throws SQLException {
    try (var connection = books.database().getConnection()) {
      connection.setAutoCommit(false);
      try (var unguarded = connection.createStatement();
          var falsify = connection.prepareStatement(statement)) {
        unguarded.execute(WITHOUT_GUARDS);
        falsify.setObject(1, parameter);
        falsify.execute();
        return VerifyLedger.verify(connection);
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  private void issued() {
    Payments.resumed(person);
    Payments.run(Payments.thisMonth());
  }

  private void paid() {
    Payments.resumed(person);
    pay(person);
  }

  private void pay(Person whom) {
    Payments.run(Payments.thisMonth());
    report(whom, "PAID");
  }

  private void report(Person whom, String outcome) {
    var entry = books.instructionsOf(whom.residentId()).getFirst();
    Payments.get(Payments.ukrposhta(), "batches/" + entry.batchId() + "/file")
        .then()
        .statusCode(200);
    Payments.report(
            Payments.ukrposhta(),
            entry.batchId(),
            List.of(Payments.outcome(entry.instructionId(), outcome)))
        .then()
        .body("accepted", equalTo(1));
  }

  private UUID award() {
    return UUID.fromString(
        books.rows("select id from award where rnokpp = ?", person.rnokpp()).getFirst().get("id"));
  }

  /** Kind of entry, and of the accounts that it debits and credits, in order. */
  private List<String> entries() {
    return books
        .rows(
            "select e.kind || ' ' || d.kind || ' ' || c.kind as entry from ledger_entry e"
                + " join ledger_account d on d.id = e.debit_account"
                + " join ledger_account c on c.id = e.credit_account"
                + " where e.unit_id in (select id from payable_unit where award_id = ?)"
                + " order by e.id",
            award())
        .stream()
        .map(row -> row.get("entry"))
        .toList();
  }

  private void balance(int minor) {
    Payments.get(Payments.officer(), "ledger/accounts/" + award())
        .then()
        .statusCode(200)
        .body("kind", equalTo("AWARD"))
        .body("residentId", equalTo(person.residentId().toString()))
        .body("balanceMinor", equalTo(minor));
  }

  private static void assertIntact() {
    var proof = Payments.get(Payments.auditor(), "ledger/verification");
    assertThat(proof.statusCode()).isEqualTo(200);
    assertThat(proof.jsonPath().getBoolean("intact")).as(proof.asString()).isTrue();
    assertThat(proof.jsonPath().getLong("checked.entries")).isPositive();
  }
}
