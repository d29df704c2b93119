package ua.vidnova.registry.imports;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static ua.vidnova.registry.RegistryApi.as;
import static ua.vidnova.registry.imports.Lists.MAPPINGS;
import static ua.vidnova.registry.imports.Lists.administrator;
import static ua.vidnova.registry.imports.Lists.mapping;
import static ua.vidnova.registry.imports.Lists.newList;
import static ua.vidnova.registry.imports.Lists.put;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.registry.TestPeople;

@QuarkusTest
@WithPlatform
class ImportMappingResourceTest {

  @Test
  void a_mapping_is_saved_shown_listed_and_changed() {
    var list = newList();
    var tag =
        as(administrator())
            .get(MAPPINGS + "/" + list)
            .then()
            .statusCode(200)
            .body("name", equalTo(list))
            .body("mapping.source", equalTo("PENSION_FUND"))
            .body("mapping.columns.РНОКПП", equalTo("RNOKPP"))
            .extract()
            .header("ETag");
    as(administrator())
        .queryParam("limit", 200)
        .get(MAPPINGS)
        .then()
        .statusCode(200)
        .body("items.name", hasItem(list));
    put(list, mapping().replace("PENSION_FUND", "HROMADA"), administrator())
        .statusCode(200)
        .body("mapping.source", equalTo("HROMADA"));
    as(administrator())
        .header("If-Match", tag)
        .contentType("application/json; charset=utf-8")
        .body(mapping())
        .put(MAPPINGS + "/" + list)
        .then()
        .statusCode(412);
    as(administrator()).get(MAPPINGS + "/none").then().statusCode(404);
  }

  @Test
  void a_list_of_one_settlement_needs_no_column_for_it() {
    var list = newList();
    var mapping =
        mapping()
            .replace(TestPeople.LUHANSK_OBLAST, TestPeople.ALCHEVSK)
            .replace("\"Населений пункт\": \"SETTLEMENT\",", "");
    put(list, mapping, administrator()).statusCode(200);
    Lists.imported(list, Lists.HEADER + Lists.line().replace("м. Алчевськ", ""))
        .body("lines.added", equalTo(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "territory": "UA44000000000018893" | "territory": "UA99000000000000000" | territory | unknown
          "Прізвище": "FAMILY",              | ''                                 | columns   | name
          "Прізвище": "FAMILY",              | "Прізвище": "FULL_NAME",           | columns   | ok
          "Дата народження": "BIRTH_DATE",   | ''                                 | columns   | birth-date
          "Населений пункт": "SETTLEMENT",   | ''                                 | columns   | settlement
          "Телефон": "PHONE"                 | "Телефон": "RNOKPP"                | columns   | repeated-field
          "Телефон": "PHONE"                 | " прізвище ": "PHONE"              | columns   | repeated-header
          "Телефон": "PHONE"                 | " ": "PHONE"                       | columns   | header-length
          "source": "PENSION_FUND",          | ''                                 | source    | required
          "dates": "DAY_MONTH_YEAR",         | ''                                 | dates     | required
          """,
      quoteCharacter = '\'')
  void a_mapping_that_makes_nobody_out_of_lines_is_refused(
      String text, String instead, String field, String code) {
    var mapping = mapping().replace(text, instead == null ? "" : instead);
    if (code.equals("ok")) {
      put("of-whole-names", mapping.replace("\"Ім’я\": \"GIVEN\",", ""), administrator())
          .statusCode(201);
    } else {
      put("refused", mapping, administrator())
          .statusCode(422)
          .body("errors.field", hasItem(field))
          .body("errors.code", hasItem(code));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "PHONE"           | "SHOE_SIZE"   | wrong-type
          "source"          | "origin"      | unknown-field
          "DAY_MONTH_YEAR"  | "dd.MM.yyyy"  | wrong-type
          """,
      quoteCharacter = '\'')
  void a_mapping_to_what_is_not_there_cannot_be_read(String text, String instead, String code) {
    put("refused", mapping().replace(text, instead), administrator())
        .statusCode(400)
        .body("code", equalTo(code));
  }

  @ParameterizedTest
  @CsvSource({"Великі", "a b", "a--b", "-a", "x%2Fy"})
  void a_name_is_made_of_small_letters_and_hyphens(String name) {
    put(name, mapping(), administrator()).statusCode(org.hamcrest.Matchers.oneOf(422, 404));
  }
}
