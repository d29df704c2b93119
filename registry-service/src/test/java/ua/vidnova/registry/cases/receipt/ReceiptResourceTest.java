package ua.vidnova.registry.cases.receipt;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static ua.vidnova.registry.RegistryApi.as;
import static ua.vidnova.registry.RegistryApi.registered;
import static ua.vidnova.registry.RegistryApi.registrar;
import static ua.vidnova.registry.RegistryApi.staff;
import static ua.vidnova.registry.TestPeople.woman;
import static ua.vidnova.registry.cases.CasesApi.CASES;
import static ua.vidnova.registry.cases.CasesApi.attach;
import static ua.vidnova.registry.cases.CasesApi.stranger;
import static ua.vidnova.registry.cases.CasesApi.submissionOf;
import static ua.vidnova.registry.cases.CasesApi.submit;
import static ua.vidnova.registry.cases.CasesApi.submitted;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.registry.cases.document.Samples;

@QuarkusTest
@WithPlatform
class ReceiptResourceTest {

  private static final String RECEIPTS = "/api/registry/v1/receipts/";

  @Inject AgroalDataSource database;

  @Test
  void a_receipt_says_in_ukrainian_who_applied_for_what_and_by_when_it_is_decided()
      throws IOException {
    var person = woman();
    var id =
        submit(submissionOf(registered(person), "RESIDENCE_REGISTRATION"))
            .extract()
            .<String>path("id");
    attach(id, "APPLICATION", Samples.png()).statusCode(201);
    var answer = print(id).statusCode(200).contentType("application/pdf");
    answer.header("Cache-Control", "no-store");
    answer.header(
        "Link", matchesPattern("<https?://\\S+/api/registry/v1/receipts/\\S+>; rel=\"related\""));
    try (var pdf = Loader.loadPDF(answer.extract().asByteArray())) {
      assertThat(pdf.getNumberOfPages()).isEqualTo(1);
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("uk-UA");
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("Розписка про прийняття заяви")
          .contains("Реєстрація місця проживання")
          .contains(person.at("/name/family").asText() + " Ганна Прикладівна")
          .contains("Алчевськ")
          .contains("1,5 % прожиткового мінімуму")
          .contains("2,5 %")
          .contains("заяву подано")
          .contains("Заява про реєстрацію місця проживання")
          .contains(id)
          .doesNotContain(person.get("rnokpp").asText())
          .doesNotContain("+380");
    }
  }

  @Test
  void a_receipt_of_many_documents_names_them_all_and_keeps_its_code() throws Exception {
    var id = submitted("BIRTH_FACT_FOR_COURT");
    for (var i = 0; i < 20; i++) {
      attach(id, "OCCUPATION_PAPER", Samples.png()).statusCode(201);
    }
    var file = print(id).statusCode(200).extract().asByteArray();
    try (var pdf = Loader.loadPDF(file)) {
      assertThat(new PDFTextStripper().getText(pdf).split("лише", -1)).hasSize(21);
    }
    assertThat(qrOf(file)).contains(RECEIPTS);
  }

  @Test
  void its_qr_code_leads_to_a_verification_without_a_name() throws Exception {
    var person = woman();
    var id = submit(submissionOf(registered(person), "IDP_RECORD")).extract().<String>path("id");
    var address = URI.create(qrOf(print(id).extract().asByteArray()));
    assertThat(address.toString()).startsWith("http://localhost:8080" + RECEIPTS);
    assertThat(address.toString()).doesNotContain(id);
    given()
        .get(address.getPath())
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("genuine", equalTo(true))
        .body("service", equalTo("IDP_RECORD"))
        .body("serviceNameUk", equalTo("Взяття на облік внутрішньо переміщеної особи"))
        .body("submittedOn", equalTo(LocalDate.now(KyivCalendar.KYIV).toString()))
        .body("auditEntryHolds", equalTo(true))
        .body("size()", equalTo(5));
    given()
        .accept("text/html")
        .get(address.getPath())
        .then()
        .statusCode(200)
        .contentType("text/html; charset=utf-8")
        .body(containsString("Розписка справжня"))
        .body(not(containsString(person.at("/name/family").asText())));
  }

  @Test
  void each_print_has_a_code_of_its_own_and_all_of_them_hold() throws Exception {
    var id = submitted("IDP_RECORD");
    var first = codeOf(id);
    var second = codeOf(id);
    assertThat(first).isNotEqualTo(second);
    verify(first).body("genuine", equalTo(true));
    verify(second).body("genuine", equalTo(true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0123456789ABCDEFGHJKMNPQRSTVWXYZ",
        "x",
        "..%2Fresidents",
        "%00",
        "019aa7d0-5c00-7a10-8b21-4f0c6d2e9a03",
        "%3Cscript%3E"
      })
  void what_nobody_issued_is_not_genuine_and_says_no_more(String code) {
    given()
        .urlEncodingEnabled(false)
        .get(RECEIPTS + code)
        .then()
        .statusCode(200)
        .body("genuine", equalTo(false))
        .body("size()", equalTo(1));
    given()
        .urlEncodingEnabled(false)
        .accept("text/html")
        .get(RECEIPTS + code)
        .then()
        .statusCode(200)
        .body(allOf(containsString("Такої розписки немає"), not(containsString("script>"))));
  }

  @Test
  void a_case_id_is_no_code() {
    verify(submitted("IDP_RECORD")).body("genuine", equalTo(false));
  }

  @Test
  void the_code_is_kept_nowhere() throws Exception {
    var code = codeOf(submitted("IDP_RECORD"));
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select count(*) from case_receipt r where r::text like '%' || ? || '%'"
                    + " or encode(r.code_hash, 'escape') like '%' || ? || '%'")) {
      query.setString(1, code);
      query.setString(2, code);
      var row = query.executeQuery();
      row.next();
      assertThat(row.getLong(1)).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void a_receipt_whose_audit_entry_or_the_one_before_was_tampered_with_is_not_genuine(int before)
      throws Exception {
    var caseId = submitted("IDP_RECORD");
    codeOf(caseId);
    var code = codeOf(caseId);
    verify(code).body("genuine", equalTo(true));
    var hash = hashOf(code, before);
    asOwnerOfTheDatabase("sha256('x')", code, before);
    try {
      verify(code)
          .body("genuine", equalTo(false))
          .body("auditEntryHolds", equalTo(false))
          .body("service", equalTo(null));
    } finally {
      asOwnerOfTheDatabase(hash, code, before);
    }
    verify(code).body("genuine", equalTo(true));
  }

  @Test
  void only_a_registrar_of_the_territory_prints() {
    var id = submitted("IDP_RECORD");
    as(stranger()).get(CASES + "/" + id + "/receipt").then().statusCode(404);
    for (var role : List.of(Roles.MEDIC, Roles.COORDINATOR, Roles.AUDITOR)) {
      as(staff(role)).get(CASES + "/" + id + "/receipt").then().statusCode(403);
    }
    given().get(CASES + "/" + id + "/receipt").then().statusCode(401);
    as(registrar()).get(CASES + "/" + UUID.randomUUID() + "/receipt").then().statusCode(404);
  }

  @Test
  void printing_is_in_the_audit_trail() {
    var resident = registered(woman());
    var id = submit(submissionOf(resident, "IDP_RECORD")).extract().<String>path("id");
    print(id).statusCode(200);
    as(staff(Roles.AUDITOR))
        .queryParam("residentId", resident)
        .get("/api/registry/v1/audit")
        .then()
        .body("items.findAll { it.objectType == 'receipt' }.action", contains("receipt-issued"));
  }

  private static ValidatableResponse print(String caseId) {
    return as(registrar()).get(CASES + "/" + caseId + "/receipt").then();
  }

  private static ValidatableResponse verify(String code) {
    return given().get(RECEIPTS + code).then().statusCode(200);
  }

  private static String codeOf(String caseId) throws IOException, ReaderException {
    var address = qrOf(print(caseId).statusCode(200).extract().asByteArray());
    return address.substring(address.lastIndexOf('/') + 1);
  }

  /** Reads the paper as a telephone would. */
  private static String qrOf(byte[] pdf) throws IOException, ReaderException {
    try (var document = Loader.loadPDF(pdf)) {
      var last = document.getNumberOfPages() - 1;
      var image = new PDFRenderer(document).renderImageWithDPI(last, 150);
      var pixels =
          image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
      var light = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
      return new QRCodeReader()
          .decode(
              new BinaryBitmap(new GlobalHistogramBinarizer(light)),
              Map.of(DecodeHintType.TRY_HARDER, true))
          .getText();
    }
  }

  private String hashOf(String code, int before) throws SQLException {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select quote_literal(hash) || '::bytea' from audit_entry where (lane, position) in"
                    + " (select lane, position - ? from audit_entry where object_id = ?)")) {
      query.setInt(1, before);
      query.setObject(2, receiptOf(code));
      var row = query.executeQuery();
      row.next();
      return row.getString(1);
    }
  }

  /** Sets the hash of an entry past the triggers of the trail. */
  private void asOwnerOfTheDatabase(String hash, String code, int before) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("alter table audit_entry disable trigger user");
      try (var change =
          connection.prepareStatement(
              "update audit_entry set hash = "
                  + hash
                  + " where (lane, position) in"
                  + " (select lane, position - ? from audit_entry where object_id = ?)")) {
        change.setInt(1, before);
        change.setObject(2, receiptOf(code));
        assertThat(change.executeUpdate()).isEqualTo(1);
      }
      statement.execute("alter table audit_entry enable trigger user");
      connection.commit();
      connection.setAutoCommit(true);
    }
  }

  private UUID receiptOf(String code) throws SQLException {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement("select id from case_receipt where code_hash = ?")) {
      query.setBytes(1, new ReceiptCode(code).hash());
      var row = query.executeQuery();
      row.next();
      return row.getObject(1, UUID.class);
    }
  }
}
