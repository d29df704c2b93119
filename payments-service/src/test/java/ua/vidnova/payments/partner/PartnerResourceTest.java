package ua.vidnova.payments.partner;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.common.mapper.TypeRef;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  @Inject Books books;

  private Map<String, Object> agreed;

  @BeforeEach
  void remember() {
    Told.settlement(Person.LIBERATED, "LIBERATED", Payments.today().minusDays(3));
    books.awaitLiberation(Person.LIBERATED);
    agreed = changeable(Payments.get(administrator(), BANK));
  }

  @AfterEach
  void restore() {
    put(administrator(), null, agreed).then().statusCode(200);
  }

  @Test
  void acsc_is_settlement_only_where_that_was_agreed() {
    var entries = Reporting.withTheBank(books, 2);
    report(entries.get(0)).then().body("onTheirWay", equalTo(1));

    var changed = new HashMap<>(agreed);
    changed.put("settledStatuses", List.of("ACCC", "ACSC"));
    put(administrator(), null, changed)
        .then()
        .statusCode(200)
        .body("settledStatuses", hasItem("ACSC"));

    report(entries.get(1)).then().body("accepted", equalTo(1));
  }

  @Test
  void the_agreed_prefix_stands_in_the_file_and_comes_back_in_the_report() {
    var changed = new HashMap<>(agreed);
    changed.put("messageIdPrefix", "PFU");
    put(administrator(), null, changed).then().statusCode(200);
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
  void what_it_was_before_is_kept_with_who_changed_it() {
    var changed = new HashMap<>(agreed);
    changed.put("reportDays", 7);
    put(administrator(), null, changed).then().statusCode(200);

    Payments.get(TestTokens.staff("auditor-1", Roles.AUDITOR).token(), BANK + "/changes?limit=1")
        .then()
        .statusCode(200)
        .body("items[0].before.report_days", equalTo(agreed.get("reportDays")))
        .body("items[0].before.codes.code", hasItem("MD07"))
        .body("items[0].changedBy", equalTo("admin-1"));
  }

  @Test
  void a_change_that_came_second_is_refused() {
    var seen = Payments.get(administrator(), BANK).header("ETag");
    put(administrator(), seen, agreed).then().statusCode(200);

    put(administrator(), seen, agreed).then().statusCode(412);
  }

  @Test
  void refuses_what_no_profile_can_say() {
    var changed = new HashMap<>(agreed);
    changed.put("messageIdPrefix", "long");
    put(administrator(), null, changed)
        .then()
        .statusCode(422)
        .body("errors[0].field", equalTo("messageIdPrefix"));
    changed.put("messageIdPrefix", "");
    changed.put("codes", Map.of("AC01", Map.of("outcome", "PAID", "question", "MOVED")));
    put(administrator(), null, changed)
        .then()
        .statusCode(422)
        .body("errors[0].code", equalTo("paid-asks-nothing"));
    changed.put("codes", Map.of("so so", Map.of("outcome", "PAID")));
    put(administrator(), null, changed)
        .then()
        .statusCode(422)
        .body("errors[0].field", startsWith("codes"));
    given()
        .auth()
        .oauth2(administrator())
        .contentType("application/json")
        .body(agreed)
        .put(Payments.BASE + "partners/00000000/BANK")
        .then()
        .statusCode(404);
  }

  @Test
  void only_an_administrator_changes_profiles_and_only_payments_staff_read_them() {
    for (var token : List.of(Payments.officer(), Payments.approver(), Payments.auditor())) {
      Payments.get(token, "partners").then().statusCode(200);
      put(token, null, agreed).then().statusCode(403);
    }
    for (var token :
        List.of(
            Payments.oschadbank(),
            Payments.pensionFund(),
            TestTokens.staff("registrar-1", Roles.REGISTRAR).token())) {
      Payments.get(token, "partners").then().statusCode(403);
      Payments.get(token, BANK).then().statusCode(403);
      Payments.get(token, BANK + "/changes").then().statusCode(403);
      put(token, null, agreed).then().statusCode(403);
    }
  }

  private static Response report(Books.Entry entry) {
    return Reporting.bankReports(
        BankMessages.statusReport(entry.batchId())
            .transaction(entry.instructionId(), "ACSC", null)
            .xml());
  }

  private static String administrator() {
    return TestTokens.staff("admin-1", Roles.ADMINISTRATOR).token();
  }

  private static Map<String, Object> changeable(Response profile) {
    var all = new HashMap<>(profile.as(new TypeRef<Map<String, Object>>() {}));
    all.keySet()
        .retainAll(
            List.of(
                "messageIdPrefix",
                "reportFormats",
                "settledStatuses",
                "reportFrom",
                "reportDays",
                "codes"));
    return all;
  }

  private static Response put(String token, String ifMatch, Map<String, Object> profile) {
    var request = given().auth().oauth2(token).contentType("application/json").body(profile);
    return (ifMatch == null ? request : request.header("If-Match", ifMatch))
        .put(Payments.BASE + BANK);
  }
}
