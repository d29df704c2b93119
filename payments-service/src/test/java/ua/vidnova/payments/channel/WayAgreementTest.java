package ua.vidnova.payments.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.resident.Channel;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Person;

/** What runs read of everyone at once is what the rules say of one. */
@QuarkusTest
@WithPlatform
class WayAgreementTest {

  @Inject Books books;

  @BeforeEach
  void a_chain_of_shops_and_a_second_bank_are_partners() throws SQLException {
    books.execute(
        "insert into partner (edrpou, channel, name, file_format, bank_code, payer_edrpou,"
            + " payer_name, lines_max, active) values (?, 'BANK', 'Другий Банк', 'PAIN_001',"
            + " '305299', '00035323', 'Пенсійний фонд України', 1000, true)"
            + " on conflict (edrpou, channel) do update set active = true",
        WayCase.SECOND_BANK);
    books.execute(
        "insert into partner (edrpou, channel, name, file_format, payer_edrpou, payer_name,"
            + " lines_max, active) values (?, 'TILL', 'Крамниці', 'VOUCHER_LIST', '00035323',"
            + " 'Пенсійний фонд України', 1000, true) on conflict do nothing",
        WayCase.SHOPS);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/rules/ways.csv", delimiter = '|', numLinesToSkip = 1)
  void the_statement_says_what_the_rule_says(ArgumentsAccessor cells) throws SQLException {
    var row = new WayCase(cells.getInvocationIndex(), cells);
    var person = Person.anyone().livingIn("UA99%015d".formatted(row.row()));
    aResident(person, row);
    for (var place : row.places()) {
      aPlace(place, person.settlement());
    }
    aDelegation(row, person.settlement());

    assertThat(wayOf(person.residentId())).isEqualTo(WayRules.choose(row.facts()));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/rules/payment-window.csv", delimiter = '|', numLinesToSkip = 1)
  void the_payment_window_is_the_rule_s(
      String name, YearMonth period, LocalDate today, LocalDate from, LocalDate to) {
    var window =
        books.rows("select * from payment_window(?, ?)", period.atDay(1), today).getFirst();

    assertThat(window).containsEntry("pay_from", from.toString());
    assertThat(window).containsEntry("pay_to", to.toString());
  }

  private Way wayOf(UUID record) {
    var way =
        books
            .rows(
                "select * from payment_way(?, ?) where record_id = ?",
                WayCase.PERIOD.atDay(1),
                WayCase.TODAY,
                record)
            .getFirst();
    return new Way(
        way.get("channel") == null ? null : Channel.valueOf(way.get("channel")),
        way.get("partner"),
        way.get("cash_point_id") == null ? null : UUID.fromString(way.get("cash_point_id")),
        way.get("pay_on") == null ? null : LocalDate.parse(way.get("pay_on")),
        way.get("iban"),
        way.get("reason"),
        way.get("hold") == null ? null : WayReason.valueOf(way.get("hold")));
  }

  /** One that two people recorded. */
  private void hasAnAccountToo(Person person, String iban) throws SQLException {
    if (iban == null) {
      return;
    }
    books.execute(
        "update payment_preference set proposed_channel = channel, proposed_iban = ?,"
            + " proposed_stated_on = stated_on, proposed_by = recorded_by, proposed_at = now()"
            + " where resident_id = ?",
        iban,
        person.residentId());
    books.execute(
        "update payment_preference set iban = proposed_iban, account_stated_by = proposed_by,"
            + " account_confirmed_by = 'approver-1', account_confirmed_at = now()"
            + " where resident_id = ?",
        person.residentId());
  }

  private void aResident(Person person, WayCase row) throws SQLException {
    books.execute(
        "insert into resident (id, settlement, channel, told_iban) values (?, ?, ?, ?)",
        person.residentId(),
        person.settlement(),
        "BANK".equals(row.preferred()) ? "BANK" : null,
        "BANK".equals(row.preferred()) ? row.iban() : null);
    books.execute(
        "update resident set iban = told_iban, account_confirmed_by = 'approver-1',"
            + " account_confirmed_at = now() where id = ? and told_iban is not null",
        person.residentId());
    if (row.preferred() != null && !row.preferred().equals("BANK")) {
      books.execute(
          "insert into payment_preference (resident_id, channel, stated_on, recorded_by,"
              + " recorded_at) values (?, ?, '2026-11-20', 'officer-1', now())",
          person.residentId(),
          row.preferred());
      hasAnAccountToo(person, row.iban());
    }
    if (row.override() != null) {
      books.execute(
          "insert into way_override (id, record_id, channel, iban, reason, since)"
              + " values (uuidv7(), ?, ?, ?, ?, '2026-11-20')",
          person.residentId(),
          row.override(),
          row.override().equals("BANK") ? row.iban() : null,
          row.because());
    }
    if (row.liberated()) {
      books.execute(
          "insert into settlement_status (settlement, status, effective_on, told_at)"
              + " values (?, 'LIBERATED', '2026-11-20', now())",
          person.settlement());
    }
    anAward(person, row);
  }

  /** The first sum is the month's; the others are arrears. */
  private void anAward(Person person, WayCase row) throws SQLException {
    var award = UUID.randomUUID();
    books.execute(
        "with list as (insert into award_import (id, organisation, content_sha256, accepted,"
            + " unchanged, refused, imported_by, imported_at) values (uuidv7(), '00035323',"
            + " sha256(''), 1, 0, 0, 'test', now()) returning id)"
            + " insert into award (id, programme, organisation, rnokpp, family_name, given_name,"
            + " birth_date, monthly_amount_minor, first_unpaid_month, stop_reason, fault,"
            + " settlement, content_sha256, import_id, state, resident_id, current_from)"
            + " select ?, 'PENSION', '00035323', ?, 'Вигаданенко', 'Ганна', ?, ?, '2026-06-01',"
            + " 'OCCUPIED_TERRITORY', 'PENSIONER', ?, sha256(''), id, 'RESUMED', ?, '2026-12-01'"
            + " from list",
        award,
        person.rnokpp(),
        person.birthDate(),
        row.sums().getFirst(),
        person.settlement(),
        person.residentId());
    for (var i = 1; i < row.sums().size(); i++) {
      books.execute(
          "insert into payable_unit (id, award_id, month, amount_minor, currency, kind,"
              + " scheduled_period, state) values (uuidv7(), ?, ?, ?, 'UAH', 'ARREARS',"
              + " '2026-12-01', 'OUTSTANDING')",
          award,
          LocalDate.of(2026, 1, 1).plusMonths(i),
          row.sums().get(i));
    }
  }

  private void aPlace(WayCase.Told place, String settlement) throws SQLException {
    books.execute(
        "insert into cash_point (id, operator, kind, name, home_settlement, amount_min_minor,"
            + " amount_max_minor, amount_multiple_minor, daily_float_minor, state, since, told_at)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '2026-11-20', now())",
        place.id(),
        place.operator(),
        place.kind(),
        place.name(),
        settlement,
        place.limit("min"),
        place.limit("max"),
        place.limit("multiple"),
        place.limit("float"),
        place.state());
    books.execute(
        "insert into cash_point_service (cash_point_id, settlement, weekdays, dates)"
            + " values (?, ?, ?::smallint[], ?::date[])",
        place.id(),
        settlement,
        "{"
            + String.join(",", place.weekdays().stream().map(day -> "" + day.getValue()).toList())
            + "}",
        "{" + String.join(",", place.dates().stream().map(LocalDate::toString).toList()) + "}");
  }

  private void aDelegation(WayCase row, String settlement) throws SQLException {
    if (row.reach() != null) {
      books.execute(
          "insert into delegation (id, settlement, reach, office, official_name, organisation, act,"
              + " valid_from, valid_to, state, proposed_by, proposed_at, approved_by, approved_at)"
              + " values (?, ?, ?, 'STAROSTA', 'Вигадана Особа', '04335647', 'Розпорядження № 1',"
              + " '2026-11-01', '2027-11-01', 'APPROVED', 'officer-1', now(), 'approver-1', now())",
          row.delegationId(),
          settlement,
          row.reach());
    }
  }
}
