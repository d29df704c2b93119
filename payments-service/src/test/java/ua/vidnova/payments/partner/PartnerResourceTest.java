package ua.vidnova.payments.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThanOrEqualTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.batch.files.Pain001;
import ua.vidnova.payments.report.BankMessages;
import ua.vidnova.payments.report.Reporting;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

@QuarkusTest
@WithPlatform
class PartnerResourceTest {

  private static final String BANK = "partners/" + Payments.OSCHADBANK + "/BANK";
  private static final String SECOND_BANK = "14360570";

  @Inject Books books;

  private Map<String, Object> agreed;

  @BeforeEach
  void remember() {
    Told.settlement(Person.LIBERATED, "LIBERATED", Payments.today().minusDays(3));
    books.awaitLiberation(Person.LIBERATED);
    agreed = agreement(Payments.get(Profiles.ONE, BANK));
  }

  @AfterEach
  void restore() {
    if (!agreed.equals(agreement(Payments.get(Profiles.ONE, BANK)))) {
      change(agreed);
    }
  }

  @Test
  void acsc_is_settlement_only_where_that_was_agreed() {
    var entries = Reporting.withTheBank(books, 2);
    report(entries.get(0)).then().body("onTheirWay", equalTo(1));

    change(with("settledStatuses", List.of("ACCC", "ACSC")));
    Payments.get(Payments.officer(), BANK)
        .then()
        .body("agreement.settledStatuses", hasItem("ACSC"));

    report(entries.get(1)).then().body("accepted", equalTo(1));
  }

  @Test
  void the_agreed_prefix_stands_in_the_file_and_comes_back_in_the_report() {
    change(with("messageIdPrefix", "PFU"));
    var entry = Reporting.withTheBank(books, 1).getFirst();

    var file =
        Payments.get(Payments.oschadbank(), "batches/" + entry.batchId() + "/file").asString();
    var id = Pain001.text(file, "//GrpHdr/MsgId");
    var report =
        BankMessages.statusReport(entry.batchId())
            .transaction(entry.instructionId(), "ACCP", null)
            .xml();

    assertThat(id).isEqualTo("PFU" + BankMessages.reference(entry.batchId()));
    Reporting.bankReports(report).then().statusCode(404);
    Reporting.bankReports(report.replaceFirst("<OrgnlMsgId>[^<]*", "<OrgnlMsgId>" + id))
        .then()
        .statusCode(201)
        .body("onTheirWay", equalTo(1));
  }

  @Test
  void the_payers_account_stands_in_the_file() {
    change(with("payerAccount", Profiles.PAYER_ACCOUNT));
    var entry = Reporting.withTheBank(books, 1).getFirst();

    assertThat(
            Pain001.text(
                Payments.get(Payments.oschadbank(), "batches/" + entry.batchId() + "/file")
                    .asString(),
                "//DbtrAcct/Id/IBAN"))
        .isEqualTo(Profiles.PAYER_ACCOUNT);
  }

  @Test
  void a_batch_has_no_more_lines_than_the_partner_takes() {
    change(with("linesMax", 2));

    var entries = Reporting.withTheBank(books, 3);

    assertThat(entries.stream().map(Books.Entry::batchId).distinct()).hasSizeGreaterThan(1);
    entries.forEach(
        entry ->
            Payments.get(Payments.oschadbank(), "batches/" + entry.batchId())
                .then()
                .body("instructions", lessThanOrEqualTo(2)));
  }

  @Test
  void nothing_changes_until_another_administrator_approves() {
    var id = Profiles.proposed(Payments.OSCHADBANK, "BANK", with("reportDays", 9));

    Payments.get(Payments.auditor(), BANK)
        .then()
        .body("agreement.reportDays", equalTo(agreed.get("reportDays")));
    refused(Profiles.decide(Profiles.ONE, id, "approval"), "same-person");

    Profiles.decide(Profiles.OTHER, id, "approval")
        .then()
        .statusCode(200)
        .body("state", equalTo("APPLIED"))
        .body("proposedBy", equalTo("admin-1"))
        .body("decidedBy", equalTo("admin-2"));
    Payments.get(Payments.auditor(), BANK).then().body("agreement.reportDays", equalTo(9));
    refused(Profiles.decide(Profiles.OTHER, id, "approval"), "not-now");
    refused(Profiles.decide(Profiles.OTHER, id, "refusal"), "not-now");
  }

  @Test
  void a_refused_change_changes_nothing_and_is_listed() {
    var id = Profiles.proposed(Payments.OSCHADBANK, "BANK", with("reportDays", 8));

    Profiles.decide(Profiles.ONE, id, "refusal").then().statusCode(200);

    refused(Profiles.decide(Profiles.OTHER, id, "approval"), "not-now");
    Payments.get(Payments.auditor(), BANK)
        .then()
        .body("agreement.reportDays", equalTo(agreed.get("reportDays")));
    Payments.get(auditor(), "partner-changes?limit=1")
        .then()
        .statusCode(200)
        .body("items[0].id", equalTo(id))
        .body("items[0].state", equalTo("REFUSED"))
        .body("items[0].agreement.reportDays", equalTo(8));
  }

  @Test
  void what_it_was_before_is_kept_with_who_changed_it() {
    change(with("reportDays", 7));

    Payments.get(auditor(), BANK + "/changes?limit=1")
        .then()
        .statusCode(200)
        .body("items[0].before.report_days", equalTo(agreed.get("reportDays")))
        .body("items[0].before.codes.code", hasItem("MD07"))
        .body("items[0].changedBy", equalTo("admin-2"));
  }

  @Test
  void a_change_that_came_second_is_refused() {
    var second = Profiles.proposed(Payments.OSCHADBANK, "BANK", with("reportDays", 5));
    change(with("reportDays", 6));

    refused(Profiles.decide(Profiles.OTHER, second, "approval"), "changed-meanwhile");
  }

  @Test
  void a_second_bank_pays_the_accounts_that_it_holds() {
    Profiles.change(SECOND_BANK, "BANK", secondBank(true));
    try {
      var there = Person.anyone().unpaidSince(Payments.thisMonth().toString());
      var elsewhere = Person.anyone().unpaidSince(Payments.thisMonth().toString());
      Payments.resumedByBank(there, "UA743052990000026007233566001");
      Payments.resumedByBank(elsewhere, Reporting.IBAN);
      Payments.run(Payments.thisMonth());

      assertThat(books.instructionsOf(there.residentId()))
          .extracting(Books.Entry::partner)
          .containsExactly(SECOND_BANK);
      assertThat(books.instructionsOf(elsewhere.residentId()))
          .extracting(Books.Entry::partner)
          .containsExactly(Payments.OSCHADBANK);
    } finally {
      Profiles.change(SECOND_BANK, "BANK", secondBank(false));
    }
  }

  @Test
  void one_bank_is_the_default_and_another_takes_over_from_it() {
    var second = secondBank(true);
    second.put("defaultBank", true);
    Profiles.change(SECOND_BANK, "BANK", second);

    Payments.get(auditor(), BANK).then().body("agreement.defaultBank", equalTo(false));

    agreed.put("defaultBank", true);
    change(agreed);
    Payments.get(auditor(), "partners/" + SECOND_BANK + "/BANK")
        .then()
        .body("agreement.defaultBank", equalTo(false));
    Profiles.change(SECOND_BANK, "BANK", secondBank(false));
  }

  @Test
  void refuses_what_cannot_be_agreed() {
    refusedField(with("messageIdPrefix", "long"), "agreement.messageIdPrefix", null);
    refusedField(with("linesMax", 0), "agreement.linesMax", null);
    refusedField(
        with("codes", Map.of("AC01", Map.of("outcome", "PAID", "question", "MOVED"))),
        "codes.AC01.question",
        "paid-asks-nothing");
    refusedField(
        with("codes", Map.of("so so", Map.of("outcome", "PAID"))), "agreement.codes", null);
    refusedField(with("payerAccount", Reporting.IBAN), "payerAccount", "another-bank");
    refusedField(
        with("payerAccount", Profiles.PAYER_ACCOUNT.replaceFirst("1$", "2")),
        "payerAccount",
        "checksum");
    refusedField(with("payerEdrpou", "00035324"), "payerEdrpou", "checksum");
    refusedField(with("defaultBank", false), "defaultBank", "no-default-bank");
    refusedField(with("active", false), "defaultBank", "not-active");
    refusedField(with("bankCode", null), "bankCode", "banks-only");
    Profiles.propose(Profiles.ONE, "14360571", "BANK", secondBank(true))
        .then()
        .statusCode(422)
        .body("errors.code", hasItem("checksum"));
    var twin = secondBank(true);
    twin.put("bankCode", agreed.get("bankCode"));
    Profiles.propose(Profiles.ONE, SECOND_BANK, "BANK", twin)
        .then()
        .statusCode(422)
        .body("errors.code", hasItem("bank-code-taken"));
    var post = secondBank(true);
    post.remove("bankCode");
    Profiles.propose(Profiles.ONE, SECOND_BANK, "POST", post)
        .then()
        .statusCode(422)
        .body("errors.code", hasItem("channel-taken"));
  }

  @Test
  void only_administrators_change_profiles_and_only_payments_staff_read_them() {
    var id = Profiles.proposed(Payments.OSCHADBANK, "BANK", with("reportDays", 4));
    for (var token : List.of(Payments.officer(), Payments.approver(), Payments.auditor())) {
      Payments.get(token, "partners").then().statusCode(200);
    }
    for (var token :
        List.of(
            Payments.oschadbank(),
            Payments.pensionFund(),
            TestTokens.staff("registrar-1", Roles.REGISTRAR).token())) {
      Payments.get(token, "partners").then().statusCode(403);
      Payments.get(token, BANK).then().statusCode(403);
      Payments.get(token, BANK + "/changes").then().statusCode(403);
      Payments.get(token, "partner-changes").then().statusCode(403);
    }
    for (var token :
        List.of(
            Payments.officer(), Payments.approver(), Payments.auditor(), Payments.oschadbank())) {
      Profiles.propose(token, Payments.OSCHADBANK, "BANK", agreed).then().statusCode(403);
      Profiles.decide(token, id, "approval").then().statusCode(403);
      Profiles.decide(token, id, "refusal").then().statusCode(403);
    }
    Profiles.decide(Profiles.OTHER, UUID.randomUUID().toString(), "approval")
        .then()
        .statusCode(404);
    Profiles.decide(Profiles.OTHER, id, "refusal").then().statusCode(200);
  }

  @Test
  void one_administrator_never_changes_a_profile_alone_whatever_the_code_does() {
    var id = Profiles.proposed(Payments.OSCHADBANK, "BANK", with("reportDays", 3));

    assertThatThrownBy(
            () ->
                books.execute(
                    "update partner_proposal set state = 'APPLIED', decided_by = proposed_by,"
                        + " decided_at = now() where id = ?",
                    UUID.fromString(id)))
        .hasMessageContaining("two_people_for_profiles");
  }

  private static Response report(Books.Entry entry) {
    return Reporting.bankReports(
        BankMessages.statusReport(entry.batchId())
            .transaction(entry.instructionId(), "ACSC", null)
            .xml());
  }

  private static String auditor() {
    return TestTokens.staff("auditor-1", Roles.AUDITOR).token();
  }

  private static void change(Map<String, Object> agreement) {
    Profiles.change(Payments.OSCHADBANK, "BANK", agreement);
  }

  private Map<String, Object> with(String field, Object value) {
    var changed = new HashMap<>(agreed);
    changed.put(field, value);
    return changed;
  }

  private Map<String, Object> secondBank(boolean active) {
    var second = new HashMap<>(agreed);
    second.putAll(
        Map.of(
            "name",
            "АТ КБ «Другий Банк»",
            "active",
            active,
            "defaultBank",
            false,
            "bankCode",
            "305299"));
    second.remove("payerAccount");
    return second;
  }

  private static void refused(Response answer, String code) {
    answer.then().statusCode(409).body("code", equalTo(code));
  }

  private static void refusedField(Map<String, Object> agreement, String field, String code) {
    var answer = Profiles.propose(Profiles.ONE, Payments.OSCHADBANK, "BANK", agreement);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.jsonPath().getList("errors.field", String.class))
        .as(answer.asString())
        .anyMatch(one -> one.startsWith(field));
    if (code != null) {
      assertThat(answer.jsonPath().getList("errors.code", String.class)).contains(code);
    }
  }

  private static Map<String, Object> agreement(Response profile) {
    return new HashMap<>(profile.jsonPath().getMap("agreement"));
  }
}
