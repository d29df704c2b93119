package ua.vidnova.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.law.LegalTerms;
import ua.vidnova.payments.law.TermCode;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

/** What must never happen, the database refuses even when all code were wrong. */
@QuarkusTest
@WithPlatform
class SchemaTest {

  @Inject Books books;
  @Inject LegalTerms law;

  private UUID award;
  private UUID resumption;

  @BeforeEach
  void someoneIsPaid() {
    Told.settlement(Person.LIBERATED, "LIBERATED", Payments.today().minusDays(3));
    books.awaitLiberation(Person.LIBERATED);
    var person = Person.anyone();
    resumption = UUID.fromString(Payments.resumed(person));
    Payments.run(Payments.thisMonth());
    award =
        UUID.fromString(
            books
                .rows("select id from award where rnokpp = ?", person.rnokpp())
                .getFirst()
                .get("id"));
  }

  @Test
  void one_person_never_decides_alone() {
    refused(
        "update resumption set state = 'APPROVED', approved_by = proposed_by, approved_at = now()"
            + " where id = ?",
        "two_people_for_money",
        proposed());
  }

  private static UUID proposed() {
    var id = UUID.fromString(Payments.opened(Person.anyone()));
    Payments.post(Payments.officer(), "resumptions/" + id + "/proposal").then().statusCode(200);
    return id;
  }

  @Test
  void an_award_has_one_unit_a_month() {
    refused(
        "insert into payable_unit select uuidv7(), award_id, month, amount_minor, currency, kind,"
            + " scheduled_period, state from payable_unit where award_id = ? limit 1",
        "payable_unit_award_id_month_key",
        award);
  }

  @Test
  void a_unit_keeps_its_amount_and_is_never_deleted() {
    refused(
        "update payable_unit set amount_minor = amount_minor + 1 where award_id = ?",
        "for ever",
        award);
    refused("delete from payable_unit where award_id = ?", "payable unit", award);
  }

  @Test
  void a_unit_is_in_one_live_instruction() {
    refused(
        "insert into instruction (id, unit_id, batch_id, state)"
            + " select uuidv7(), i.unit_id, i.batch_id, 'ISSUED' from instruction i"
            + " join payable_unit u on u.id = i.unit_id where u.award_id = ? limit 1",
        "instruction_live",
        award);
  }

  @Test
  void a_unit_that_is_not_owed_is_in_no_new_instruction() {
    var month = Payments.thisMonth();
    Payments.overlap(
        award,
        Map.of("from", month.minusYears(1).toString(), "to", month.toString(), "source", "№ 1"));
    refused(
        "insert into instruction (id, unit_id, batch_id, state)"
            + " select uuidv7(), i.unit_id, i.batch_id, 'ISSUED' from instruction i"
            + " join payable_unit u on u.id = i.unit_id where u.award_id = ? limit 1",
        "not owed",
        award);
  }

  @Test
  void an_award_has_one_live_resumption() throws SQLException {
    var insert =
        "insert into resumption (id, award_id, resident_id, state, applied_on, decide_by,"
            + " opened_at) select uuidv7(), award_id, resident_id, 'OPENED', applied_on, decide_by,"
            + " now() from resumption where id = ?";
    books.execute(insert, resumption);
    refused(insert, "resumption_live", resumption);
  }

  @Test
  void a_stopped_award_stays_stopped() throws SQLException {
    books.execute(
        "update award set state = 'STOPPED', last_payable_month = '2026-11-01' where id = ?",
        award);
    refused(
        "update award set state = 'RESUMED', last_payable_month = null where id = ?",
        "cannot change so",
        award);
  }

  @Test
  void a_settled_instruction_and_a_batch_that_left_do_not_change() throws SQLException {
    var batch =
        UUID.fromString(
            books
                .rows(
                    "select i.batch_id from instruction i join payable_unit u on u.id = i.unit_id"
                        + " where u.award_id = ?",
                    award)
                .getFirst()
                .get("batch_id"));
    Payments.get(Payments.ukrposhta(), "batches/" + batch + "/file").then().statusCode(200);
    refused("update batch set total_minor = total_minor + 1 where id = ?", "has left", batch);
    refused("update batch_file_part set content = '' where batch_id = ?", "does not change", batch);

    books.execute(
        "update instruction set state = 'PAID', occurred_on = current_date where unit_id in"
            + " (select id from payable_unit where award_id = ?)",
        award);
    books.execute("update payable_unit set state = 'PAID' where award_id = ?", award);
    refused(
        "update instruction set state = 'REJECTED' where unit_id in"
            + " (select id from payable_unit where award_id = ?)",
        "settled for ever",
        award);
  }

  @Test
  void a_term_of_law_is_ended_and_followed_never_rewritten() {
    refused(
        "update legal_term set value = 99 where code = 'ARREARS_LIMIT_MONTHS_PENSIONER'",
        "never rewritten");
    refused(
        "insert into legal_term (code, value, act, article, valid_from, source) values"
            + " ('ARREARS_LIMIT_MONTHS_PENSIONER', 99, 'act', 'article', '2020-01-01', 'test')",
        "legal_term");
  }

  @Test
  void every_term_that_the_rules_need_is_loaded_with_its_source() {
    var terms = law.read();
    for (var code : TermCode.values()) {
      assertThatCode(() -> terms.on(Payments.today(), code))
          .as(code.name())
          .doesNotThrowAnyException();
    }
    assertThat(terms.terms()).allMatch(term -> !term.source().isBlank() && !term.act().isBlank());
  }

  private void refused(String statement, String why, Object... parameters) {
    assertThatThrownBy(() -> books.execute(statement, parameters))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining(why);
  }
}
