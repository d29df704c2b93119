package ua.vidnova.payments.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;

/** What must not be read, must not be kept, and whom it must not be told. */
@QuarkusTest
@WithPlatform
class HostileReportTest {

  private static final String BOMB =
      """
      <?xml version="1.0"?>
      <!DOCTYPE Document [<!ENTITY a "ха"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
        <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10">&c;</Document>
      """;
  private static final String OUTSIDE =
      """
      <?xml version="1.0"?>
      <!DOCTYPE Document SYSTEM "file:///etc/hostname">
      <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"/>
      """;

  @Inject Books books;

  @TestHTTPResource("/")
  URI server;

  private long before;

  @BeforeEach
  void count() {
    before = kept();
  }

  private long kept() {
    return books.count(
        "select (select count(*) from partner_report) + (select count(*) from partner_report_line)"
            + " as count");
  }

  @ParameterizedTest
  @ValueSource(strings = {BOMB, OUTSIDE})
  void a_document_type_is_refused_before_anything_in_it_is_looked_at(String xml) {
    Reporting.bankReports(xml).then().statusCode(400).body("code", equalTo("doctype"));

    assertThat(kept()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<",
        "{\"outcomes\":[]}",
        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\">",
        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.002.001.10\">&undefined;</Document>"
      })
  void what_is_no_xml_is_refused(String text) {
    Reporting.bankReports(text).then().statusCode(400).body("code", equalTo("malformed-xml"));

    assertThat(kept()).isEqualTo(before);
  }

  @Test
  void a_truncated_file_leaves_nothing_behind() {
    var whole = notice(3000).xml();

    Reporting.bankReports(whole.substring(0, whole.length() - 200))
        .then()
        .statusCode(400)
        .body("code", equalTo("malformed-xml"))
        .body("errors[0].field", startsWith("line "));

    assertThat(kept()).isEqualTo(before);
  }

  @Test
  void what_the_schema_does_not_allow_is_refused_and_not_repeated() {
    var message = BankMessages.notice().debited(UUID.randomUUID().toString(), "1.00").xml();

    Reporting.bankReports(message.replace("<CdtDbtInd>DBIT", "<CdtDbtInd>Вигаданенко"))
        .then()
        .statusCode(400)
        .body("code", equalTo("schema"))
        .body("errors[0].code", startsWith("cvc-"))
        .body(not(containsString("Вигаданенко")));
    Reporting.bankReports(message.replace("camt.054.001.08", "camt.054.001.02"))
        .then()
        .statusCode(400)
        .body("code", equalTo("schema"));
    Reporting.bankReports(message.replace("<MsgId>", "<MsgId>" + "x".repeat(200_000)))
        .then()
        .statusCode(400)
        .body("code", equalTo("schema"));

    assertThat(kept()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"12026-11-20", "0044-03-15", "-0044-03-15"})
  void a_day_of_another_age_is_refused_though_the_schema_allows_it(String day) {
    var message = BankMessages.notice().debited(UUID.randomUUID().toString(), "1.00").xml();

    Reporting.bankReports(message.replace("<Dt>" + Payments.today(), "<Dt>" + day))
        .then()
        .statusCode(400)
        .body("code", equalTo("schema"));

    assertThat(kept()).isEqualTo(before);
  }

  @Test
  void an_error_in_the_last_line_takes_back_the_first() {
    var message = notice(2500).xml();
    var last = message.lastIndexOf("<CdtDbtInd>DBIT");

    Reporting.bankReports(
            message.substring(0, last) + "<CdtDbtInd>BOTH" + message.substring(last + 15))
        .then()
        .statusCode(400)
        .body("code", equalTo("schema"));

    assertThat(kept()).isEqualTo(before);
  }

  @Test
  void a_hundred_megabytes_are_refused_before_they_are_sent() throws IOException {
    try (var socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(20_000);
      socket
          .getOutputStream()
          .write(
              """
              POST /api/payments/v1/reports HTTP/1.1\r
              Host: localhost\r
              Content-Type: application/xml\r
              Authorization: Bearer %s\r
              Content-Length: 104857600\r
              \r
              """
                  .formatted(Payments.oschadbank())
                  .getBytes(StandardCharsets.US_ASCII));

      var answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
      assertThat(answer).isEqualTo("HTTP/1.1 413");
    }
    assertThat(kept()).isEqualTo(before);
  }

  @Test
  void a_sender_that_hangs_up_leaves_nothing_behind() throws IOException {
    var message = notice(2500).xml().getBytes(StandardCharsets.UTF_8);
    try (var socket = new Socket(server.getHost(), server.getPort())) {
      var out = socket.getOutputStream();
      out.write(
          """
          POST /api/payments/v1/reports HTTP/1.1\r
          Host: localhost\r
          Content-Type: application/xml\r
          Authorization: Bearer %s\r
          Content-Length: %d\r
          \r
          """
              .formatted(Payments.oschadbank(), message.length)
              .getBytes(StandardCharsets.US_ASCII));
      out.write(message, 0, message.length / 2);
      out.flush();
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                books.count(
                        "select count(*) as count from pg_stat_activity where datname ="
                            + " current_database() and state like 'idle in transaction%'")
                    == 0);
    assertThat(kept()).isEqualTo(before);
  }

  @Test
  void only_a_partner_with_the_scope_reports() {
    var file = BankMessages.notice().fee("1.00").xml();

    given()
        .contentType("application/xml")
        .body(file)
        .post(Payments.BASE + "reports")
        .then()
        .statusCode(401);
    for (var token :
        List.of(
            Payments.officer(),
            Payments.auditor(),
            Payments.pensionFund(),
            TestTokens.partner("oschadbank", Payments.OSCHADBANK, "payments.batches:read"),
            TestTokens.staff("admin-1", Roles.ADMINISTRATOR).token())) {
      Reporting.send(token, "application/xml", file).then().statusCode(403);
    }
    Reporting.send(Payments.partner("stray", "99999999"), "application/xml", file)
        .then()
        .statusCode(422)
        .body("code", equalTo("format-not-agreed"));
    Reporting.send(Payments.oschadbank(), "application/pdf", file).then().statusCode(415);
  }

  @Test
  void a_partner_sees_its_own_reports_only_and_staff_see_all() {
    var id =
        Reporting.bankReports(BankMessages.notice().fee("1.00").xml()).jsonPath().getString("id");

    Payments.get(Payments.oschadbank(), "reports/" + id).then().statusCode(200);
    Payments.get(Payments.officer(), "reports/" + id).then().statusCode(200);
    Payments.get(Payments.auditor(), "reports?limit=1").then().statusCode(200);
    Payments.get(Payments.ukrposhta(), "reports/" + id).then().statusCode(404);
    Payments.get(Payments.ukrposhta(), "reports/" + id + "/refused-lines").then().statusCode(404);
    assertThat(
            Payments.get(Payments.ukrposhta(), "reports?limit=200")
                .jsonPath()
                .<String>getList("items.id"))
        .doesNotContain(id);
    Payments.get(Payments.pensionFund(), "reports").then().statusCode(403);
    Payments.get(TestTokens.staff("registrar-1", Roles.REGISTRAR).token(), "reports")
        .then()
        .statusCode(403);
  }

  private static BankMessages.Notice notice(int lines) {
    var notice = BankMessages.notice();
    for (var i = 0; i < lines; i++) {
      notice.debited(UUID.randomUUID().toString(), "1.00");
    }
    return notice;
  }
}
