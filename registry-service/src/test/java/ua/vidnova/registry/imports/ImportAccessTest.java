package ua.vidnova.registry.imports;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static ua.vidnova.registry.RegistryApi.as;
import static ua.vidnova.registry.RegistryApi.staff;
import static ua.vidnova.registry.imports.Lists.HEADER;
import static ua.vidnova.registry.imports.Lists.IMPORTS;
import static ua.vidnova.registry.imports.Lists.MAPPINGS;
import static ua.vidnova.registry.imports.Lists.administrator;
import static ua.vidnova.registry.imports.Lists.imported;
import static ua.vidnova.registry.imports.Lists.line;
import static ua.vidnova.registry.imports.Lists.mapping;
import static ua.vidnova.registry.imports.Lists.newList;
import static ua.vidnova.registry.imports.Lists.put;
import static ua.vidnova.registry.imports.Lists.send;
import static ua.vidnova.registry.imports.Lists.utf8;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.registry.TestPeople;

@QuarkusTest
@WithPlatform
class ImportAccessTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        Roles.REGISTRAR,
        Roles.MEDIC,
        Roles.BRIGADE_LEAD,
        Roles.PAYMENTS_OFFICER,
        Roles.PAYMENTS_APPROVER,
        Roles.COORDINATOR,
        Roles.AUDITOR
      })
  void only_administrators_bring_lists(String role) {
    var list = newList();
    var id = imported(list, HEADER + line()).extract().<String>path("id");
    put(list, mapping(), staff(role)).statusCode(403);
    send(list, utf8(HEADER + line()), "text/csv", false, staff(role)).statusCode(403);
    as(staff(role)).post(IMPORTS + "/" + id + "/cancellation").then().statusCode(403);
  }

  @ParameterizedTest
  @CsvSource({
    Roles.REGISTRAR + ", 200",
    Roles.ADMINISTRATOR + ", 200",
    Roles.MEDIC + ", 403",
    Roles.PAYMENTS_OFFICER + ", 403",
    Roles.COORDINATOR + ", 403",
    Roles.AUDITOR + ", 403"
  })
  void only_administrators_and_registrars_see_how_an_import_went(String role, int status) {
    var list = newList();
    var id = imported(list, HEADER + line()).extract().<String>path("id");
    for (var path :
        new String[] {
          IMPORTS,
          IMPORTS + "/" + id,
          IMPORTS + "/" + id + "/findings",
          MAPPINGS,
          MAPPINGS + "/" + list
        }) {
      as(staff(role)).get(path).then().statusCode(status);
    }
  }

  @Test
  void partners_and_strangers_see_nothing() {
    var partner = TestTokens.partner("pension-fund", "00035323", "payments.awards:write");
    for (var path : new String[] {IMPORTS, MAPPINGS}) {
      as(partner).get(path).then().statusCode(403);
      given().get(path).then().statusCode(401);
    }
    send("any", utf8(HEADER), "text/csv", false, partner).statusCode(403);
    given()
        .header("Content-Type", "text/csv")
        .body(utf8(HEADER))
        .post(IMPORTS)
        .then()
        .statusCode(401);
  }

  @Test
  void an_administrator_of_one_hromada_brings_no_list_of_the_oblast() {
    var list = newList();
    var other = within(Roles.ADMINISTRATOR, TestPeople.ALCHEVSK_HROMADA);
    put(list, mapping(), other).statusCode(403).body("code", equalTo("outside-your-territory"));
    put("of-the-oblast", mapping(), other)
        .statusCode(403)
        .body("code", equalTo("outside-your-territory"));
    send(list, utf8(HEADER + line()), "text/csv", false, other)
        .statusCode(403)
        .body("code", equalTo("outside-your-territory"));
    var id = imported(list, HEADER + line()).extract().<String>path("id");
    as(other).post(IMPORTS + "/" + id + "/cancellation").then().statusCode(404);
  }

  @ParameterizedTest
  @CsvSource({
    TestPeople.ALCHEVSK_HROMADA + ", 200",
    TestPeople.ALCHEVSK + ", 200",
    TestPeople.LUHANSK_OBLAST + ", 200",
    TestPeople.SIVERSKODONETSK_HROMADA + ", 404",
    "nonsense, 404"
  })
  void a_list_of_a_hromada_is_seen_from_within_and_from_around(String territory, int status) {
    var list = newList();
    var ofHromada = mapping().replace(TestPeople.LUHANSK_OBLAST, TestPeople.ALCHEVSK_HROMADA);
    put(list, ofHromada, administrator()).statusCode(200);
    var id = imported(list, HEADER + line()).extract().<String>path("id");
    var token = within(Roles.REGISTRAR, territory);
    for (var path :
        new String[] {
          IMPORTS + "/" + id, IMPORTS + "/" + id + "/findings", MAPPINGS + "/" + list
        }) {
      as(token).get(path).then().statusCode(status);
    }
    var seen = status == 200 ? hasItem(id) : not(hasItem(id));
    as(token).queryParam("limit", 200).get(IMPORTS).then().body("items.id", seen);
    var send =
        send(
            list, utf8(HEADER + line()), "text/csv", false, within(Roles.ADMINISTRATOR, territory));
    send.statusCode(status == 404 ? 404 : territory.equals(TestPeople.ALCHEVSK) ? 403 : 202);
  }

  @Test
  void a_line_outside_the_lists_territory_is_refused() {
    var list = newList();
    var ofHromada = mapping().replace(TestPeople.LUHANSK_OBLAST, TestPeople.ALCHEVSK_HROMADA);
    put(list, ofHromada, administrator()).statusCode(200);
    imported(list, HEADER + line().replace("м. Алчевськ", TestPeople.SIVERSKODONETSK))
        .body("lines.added", equalTo(0))
        .body("refusals[0].code", equalTo("unknown-settlement"));
  }

  private static String within(String role, String territory) {
    return TestTokens.staff("other-" + role, role).within(territory).token();
  }
}
