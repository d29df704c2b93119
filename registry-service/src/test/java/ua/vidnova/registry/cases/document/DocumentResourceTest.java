package ua.vidnova.registry.cases.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static ua.vidnova.registry.RegistryApi.as;
import static ua.vidnova.registry.RegistryApi.registered;
import static ua.vidnova.registry.RegistryApi.registrar;
import static ua.vidnova.registry.RegistryApi.staff;
import static ua.vidnova.registry.TestPeople.woman;
import static ua.vidnova.registry.cases.CasesApi.CASES;
import static ua.vidnova.registry.cases.CasesApi.attach;
import static ua.vidnova.registry.cases.CasesApi.move;
import static ua.vidnova.registry.cases.CasesApi.moved;
import static ua.vidnova.registry.cases.CasesApi.show;
import static ua.vidnova.registry.cases.CasesApi.stranger;
import static ua.vidnova.registry.cases.CasesApi.submissionOf;
import static ua.vidnova.registry.cases.CasesApi.submit;
import static ua.vidnova.registry.cases.CasesApi.submitted;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.WithPlatform;

@QuarkusTest
@WithPlatform
class DocumentResourceTest {

  private static final int TEN_MEBIBYTES = 10 * 1024 * 1024;

  @Inject AgroalDataSource database;

  @TestHTTPResource("/")
  URI server;

  static Stream<Arguments> scans() {
    return Stream.of(
        Arguments.of(Samples.jpeg(), "image/jpeg", "jpg"),
        Arguments.of(Samples.png(), "image/png", "png"),
        Arguments.of(Samples.pdf(), "application/pdf", "pdf"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("scans")
  void a_scan_comes_back_as_it_was_attached(byte[] file, String mediaType, String extension) {
    var caseId = submitted("IDP_RECORD");
    var id =
        attach(caseId, "IDENTITY_DOCUMENT", file)
            .statusCode(201)
            .body("mediaType", equalTo(mediaType))
            .body("length", equalTo(file.length))
            .body("sha256", equalTo(sha256(file)))
            .body("attachedBy", equalTo("registrar"))
            .extract()
            .<String>path("id");
    var answer = as(registrar()).get(path(caseId, id)).then().statusCode(200);
    answer
        .header("Content-Type", mediaType)
        .header("Content-Length", Integer.toString(file.length))
        .header("Content-Disposition", "attachment; filename=\"%s.%s\"".formatted(id, extension))
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "no-store");
    assertThat(answer.extract().asByteArray()).isEqualTo(file);
    show(caseId)
        .body("documents.kind", contains("IDENTITY_DOCUMENT"))
        .body("neededDocuments.find { it.kind == 'IDENTITY_DOCUMENT' }.attached", equalTo(true));
  }

  @Test
  void a_large_scan_comes_back_whole() {
    var caseId = submitted("IDP_RECORD");
    var file = Samples.largePng(1_300);
    assertThat(file.length).isBetween(4_000_000, TEN_MEBIBYTES);
    var id = attach(caseId, "OTHER", file).statusCode(201).extract().<String>path("id");
    assertThat(as(registrar()).get(path(caseId, id)).asByteArray()).isEqualTo(file);
  }

  @Test
  void parts_that_end_with_the_file_lose_and_add_nothing() {
    var caseId = submitted("IDP_RECORD");
    var jpeg = Samples.jpeg();
    for (var length : new int[] {256 * 1024 - 1, 256 * 1024, 512 * 1024}) {
      var file = Arrays.copyOf(jpeg, length);
      var id = attach(caseId, "OTHER", file).statusCode(201).extract().<String>path("id");
      assertThat(as(registrar()).get(path(caseId, id)).asByteArray()).isEqualTo(file);
    }
  }

  @Test
  void what_a_sender_says_of_a_file_counts_for_nothing() {
    var caseId = submitted("IDP_RECORD");
    as(registrar())
        .contentType("application/pdf")
        .header("Content-Disposition", "attachment; filename=\"passport-Vyhadanenko.pdf\"")
        .body(Samples.png())
        .put(path(caseId, Ids.newId().toString()) + "?kind=OTHER")
        .then()
        .statusCode(201)
        .body("mediaType", equalTo("image/png"));
  }

  static Stream<Arguments> hostile() {
    return Stream.of(
        Arguments.of("nothing", new byte[0], 415, "unknown-format"),
        Arguments.of("page", Samples.text("<html><script>1</script>"), 415, "unknown-format"),
        Arguments.of("zip bomb", Samples.zipBomb(), 415, "unknown-format"),
        Arguments.of("cut JPEG", Samples.cut(Samples.jpeg(), 2), 422, "broken-file"),
        Arguments.of("cut PNG", Samples.cut(Samples.png(), 12), 422, "broken-file"),
        Arguments.of("cut PDF", Samples.cut(Samples.pdf(), 40), 422, "broken-file"),
        Arguments.of("pixel bomb", Samples.pixelBomb(), 422, "too-many-pixels"));
  }

  @ParameterizedTest(name = "{0}: {2} {3}")
  @MethodSource("hostile")
  void what_is_no_whole_scan_is_refused(String what, byte[] file, int status, String code) {
    var caseId = submitted("IDP_RECORD");
    var answer =
        attach(caseId, "OTHER", file)
            .statusCode(status)
            .contentType("application/problem+json")
            .extract();
    assertThat(answer.<String>path(status == 415 ? "code" : "errors[0].code")).isEqualTo(code);
    show(caseId).body("documents", hasSize(0));
  }

  @Test
  void a_scan_that_announces_too_much_is_refused_before_it_is_read() {
    var caseId = submitted("IDP_RECORD");
    attach(caseId, "OTHER", Arrays.copyOf(Samples.jpeg(), TEN_MEBIBYTES + 1))
        .statusCode(413)
        .body("code", equalTo("too-large"));
    attach(caseId, "OTHER", Arrays.copyOf(Samples.jpeg(), TEN_MEBIBYTES)).statusCode(201);
  }

  @Test
  void a_scan_that_announces_nothing_is_stopped_at_the_limit()
      throws IOException, InterruptedException {
    var caseId = submitted("IDP_RECORD");
    var file = Arrays.copyOf(Samples.jpeg(), TEN_MEBIBYTES + 1);
    try (var client = HttpClient.newHttpClient()) {
      var answer =
          client.send(
              HttpRequest.newBuilder(
                      server.resolve(path(caseId, Ids.newId().toString()) + "?kind=OTHER"))
                  .header("Authorization", "Bearer " + registrar())
                  .PUT(
                      HttpRequest.BodyPublishers.ofInputStream(
                          () -> new java.io.ByteArrayInputStream(file)))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(answer.body()).contains("too-large");
    }
    show(caseId).body("documents", hasSize(0));
  }

  @Test
  void a_device_may_send_its_scan_again() {
    var caseId = submitted("IDP_RECORD");
    var id = Ids.newId().toString();
    attach(caseId, id, "OTHER", Samples.png(), registrar()).statusCode(201);
    attach(caseId, id, "OTHER", Samples.png(), registrar()).statusCode(200);
    for (var other :
        List.of(
            attach(caseId, id, "OTHER", Samples.jpeg(), registrar()),
            attach(caseId, id, "DECISION", Samples.png(), registrar()),
            attach(submitted("IDP_RECORD"), id, "OTHER", Samples.png(), registrar()))) {
      other.statusCode(409).body("code", equalTo("id-in-use"));
    }
    show(caseId).body("documents", hasSize(1));
  }

  @Test
  void a_case_takes_only_so_many() {
    var caseId = submitted("IDP_RECORD");
    for (var i = 0; i < 20; i++) {
      attach(caseId, "OTHER", Samples.png()).statusCode(201);
    }
    attach(caseId, "OTHER", Samples.png())
        .statusCode(409)
        .body("code", equalTo("too-many-documents"))
        .body("max", equalTo(20));
  }

  @Test
  void a_closed_case_takes_nothing() {
    var caseId = submitted("IDP_RECORD");
    move(caseId, "REFUSED", "\"note\": \"Не проживає\"").statusCode(200);
    attach(caseId, "OTHER", Samples.png()).statusCode(409).body("code", equalTo("case-closed"));
  }

  @Test
  void the_kind_is_one_that_the_service_asks_for() {
    var caseId = submitted("IDP_RECORD");
    attach(caseId, "HOUSING_RIGHT", Samples.png())
        .statusCode(422)
        .body("errors.field", contains("kind"))
        .body("errors.code", contains("unknown-kind"));
    attach(caseId, "%00", Samples.png()).statusCode(422);
    as(registrar())
        .body(Samples.png())
        .contentType("image/png")
        .put(path(caseId, Ids.newId().toString()))
        .then()
        .statusCode(400)
        .body("errors.field", contains("kind"));
    attach(caseId, "4f0c6d2e-5c00-4a10-8b21-019aa7d09fff", "OTHER", Samples.png(), registrar())
        .statusCode(422)
        .body("errors.code", contains("not-uuid-v7"));
  }

  @Test
  void attached_documents_let_a_case_go_to_the_competent_body() {
    var caseId = submitted("IDP_RECORD");
    attach(caseId, "APPLICATION", Samples.pdf()).statusCode(201);
    move(caseId, "AT_COMPETENT_BODY", "")
        .statusCode(409)
        .body("kinds", contains("IDENTITY_DOCUMENT"));
    attach(caseId, "IDENTITY_DOCUMENT", Samples.jpeg()).statusCode(201);
    move(caseId, "AT_COMPETENT_BODY", "").statusCode(200);
    moved(caseId, "DECIDED");
    attach(caseId, "DECISION", Samples.pdf()).statusCode(201);
  }

  @Test
  void only_a_registrar_of_the_territory_attaches_and_downloads() {
    var caseId = submitted("IDP_RECORD");
    var id = attach(caseId, "OTHER", Samples.png()).statusCode(201).extract().<String>path("id");
    as(stranger()).get(path(caseId, id)).then().statusCode(404);
    attach(caseId, Ids.newId().toString(), "OTHER", Samples.png(), stranger()).statusCode(404);
    for (var role :
        List.of(Roles.MEDIC, Roles.PAYMENTS_OFFICER, Roles.COORDINATOR, Roles.AUDITOR)) {
      as(staff(role)).get(path(caseId, id)).then().statusCode(403);
      attach(caseId, Ids.newId().toString(), "OTHER", Samples.png(), staff(role)).statusCode(403);
    }
    given().get(path(caseId, id)).then().statusCode(401);
    given().body(Samples.png()).put(path(caseId, id) + "?kind=OTHER").then().statusCode(401);
  }

  @Test
  void a_document_is_found_under_its_own_case_alone() {
    var id = attach(submitted("IDP_RECORD"), "OTHER", Samples.png()).extract().<String>path("id");
    as(registrar()).get(path(submitted("IDP_RECORD"), id)).then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "019aa7d0-5c00-7a10-8b21-4f0c6d2e9fff", "..%2F.."})
  void what_is_not_there_is_404(String id) {
    as(registrar())
        .urlEncodingEnabled(false)
        .get(CASES + "/" + submitted("IDP_RECORD") + "/documents/" + id)
        .then()
        .statusCode(404);
  }

  @Test
  void attaching_and_downloading_are_in_the_audit_trail() {
    var resident = registered(woman());
    var caseId = submit(submissionOf(resident, "IDP_RECORD")).extract().<String>path("id");
    var id = attach(caseId, "OTHER", Samples.png()).extract().<String>path("id");
    as(registrar()).get(path(caseId, id)).then().statusCode(200);
    as(staff(Roles.AUDITOR))
        .queryParam("residentId", resident)
        .get("/api/registry/v1/audit")
        .then()
        .body(
            "items.findAll { it.objectType == 'case-document' }.action",
            contains("read", "attached"))
        .body("items.findAll { it.objectType == 'case-document' }.objectId", hasItems(id, id))
        .body("items.objectId", not(hasItem("null")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update case_document set kind = 'DECISION'",
        "delete from case_document",
        "truncate case_document"
      })
  void what_was_attached_is_never_changed(String sql) {
    assertThatThrownBy(() -> execute(sql)).hasMessageContaining("is only ever added to");
  }

  @Test
  void the_database_keeps_no_document_that_is_not_what_was_hashed() {
    attach(submitted("IDP_RECORD"), "OTHER", Samples.png()).statusCode(201);
    var copy =
        "insert into case_document (id, case_id, kind, media_type, length, sha256, content,"
            + " attached_by, attached_by_name, attached_at) select gen_random_uuid(), case_id, kind,"
            + " media_type, %s, sha256, %s, attached_by, attached_by_name, attached_at"
            + " from case_document limit 1";
    assertThatThrownBy(() -> execute(copy.formatted("length + 1", "content")))
        .hasMessageContaining("content_is_as_long_as_said");
    assertThatThrownBy(
            () -> execute(copy.formatted("length", "overlay(content placing '\\x00' from 1)")))
        .hasMessageContaining("content_is_what_was_hashed");
  }

  private static String path(String caseId, String id) {
    return CASES + "/" + caseId + "/documents/" + id;
  }

  private static String sha256(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
