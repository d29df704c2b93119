package ua.vidnova.registry.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static ua.vidnova.registry.RegistryApi.RESIDENTS;
import static ua.vidnova.registry.RegistryApi.as;
import static ua.vidnova.registry.RegistryApi.registered;
import static ua.vidnova.registry.RegistryApi.registrar;
import static ua.vidnova.registry.RegistryApi.staff;
import static ua.vidnova.registry.TestPeople.newFamily;
import static ua.vidnova.registry.TestPeople.with;
import static ua.vidnova.registry.TestPeople.woman;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.contracts.identifiers.TransliterationKmu55;
import ua.vidnova.registry.names.SearchKey;

@QuarkusTest
@WithPlatform
class SearchResourceTest {

  @Inject AgroalDataSource database;
  @Inject RebuildSearchKeys rebuildSearchKeys;

  @Test
  void a_summary_tells_namesakes_apart_and_shows_no_papers() {
    var person = woman();
    var id = registered(person);
    search(Map.of("q", familyOf(person)))
        .body("items", hasSize(1))
        .body("next", nullValue())
        .body(
            "items[0].keySet()",
            containsInAnyOrder(
                "id",
                "name",
                "birthDate",
                "sex",
                "settlement",
                "settlementName",
                "lifeState",
                "evidenceLevel",
                "rnokppEnding"))
        .body("items[0].id", equalTo(id))
        .body("items[0].rnokppEnding", equalTo(person.get("rnokpp").asText().substring(6)));
  }

  @Test
  void a_name_is_found_by_any_part_in_any_order_and_script() {
    var family = newFamily();
    var id = registered(named(family, "Ганна", "Прикладівна"));
    for (var q :
        new String[] {
          family,
          family.toUpperCase(Locale.ROOT),
          family.substring(0, family.length() - 2),
          family + " Ганна",
          "прикл " + family + " ганна",
          family + " Г",
          TransliterationKmu55.toLatin(family),
          "hanna " + TransliterationKmu55.toLatin(family),
          family.replace('е', 'e').replace('о', 'o')
        }) {
      search(Map.of("q", q)).body("items.id", contains(id));
    }
  }

  @Test
  void a_name_that_only_resembles_comes_when_none_is_written_so() {
    var family = newFamily();
    var id = registered(named(family, "Ганна", "Прикладівна"));
    var slip = family.replace("ченко", "шонко");
    search(Map.of("q", slip + " Ганна")).body("items.id", hasItem(id));
    var exact = registered(named(slip, "Ганна", null));
    search(Map.of("q", slip + " Ганна")).body("items.id", contains(exact));
  }

  @ParameterizedTest
  @CsvSource({
    "ченко, чнко, Ганна", // a letter left out
    "ченко, ченнко, Ганна", // one too many
    "ченко, чинко, Ганна", // another
    "ченко, чекно, Ганна", // exchanged
    "ченко, ченко, Гання", // in a short given name
    "ченко, чинко, Анна", // and the name of another language beside it
  })
  void a_slip_of_the_pen_finds_who_was_meant(String ending, String slip, String given) {
    var family = newFamily();
    var id = registered(named(family, "Ганна", "Прикладівна"));
    search(Map.of("q", family.replace(ending, slip) + " " + given)).body("items.id", hasItem(id));
  }

  @Test
  void the_fewer_slips_the_nearer_the_top() {
    var family = "Жбурляйвецький" + newFamily().toLowerCase(Locale.ROOT);
    var two = registered(named(family.replace("Жбур", "Жубр"), "Ольга", null));
    var one = registered(named(family, "Ольга", null));
    search(Map.of("q", family.replace("Жбу", "Жбо") + " Ольга"))
        .body("items.id", contains(one, two));
  }

  @Test
  void keys_of_an_earlier_version_are_made_anew_and_their_words_known() throws SQLException {
    var family = newFamily();
    var id = registered(named(family, "Ганна", null));
    execute("update resident set search_key = ' stale ' where id = '" + id + "'");
    execute("delete from name_word where word = '" + SearchKey.sound(family) + "'");
    execute("update search_key_rebuild set version = 1");
    rebuildSearchKeys.rebuild();
    search(Map.of("q", family)).body("items.id", contains(id));
    search(Map.of("q", family.replace("ченко", "чнко"))).body("items.id", hasItem(id));
  }

  @Test
  void beginnings_come_when_nobody_bears_the_name_whole_and_names_are_in_order() {
    var family = newFamily();
    var second = registered(named(family + "ва", "Віра", null));
    var first = registered(named(family + "ва", "Анна", null));
    search(Map.of("q", family)).body("items.id", contains(first, second));
    var whole = registered(named(family, "Анна", null));
    search(Map.of("q", family)).body("items.id", contains(whole));
  }

  @Test
  void a_number_or_a_telephone_finds_exactly_its_owner() {
    var phone = "+38050%07d".formatted(1_000_000 + Math.abs(newFamily().hashCode() % 8_000_000));
    var person = with(woman(), "/phone", '"' + phone + '"');
    var id = registered(person);
    search(Map.of("q", person.get("rnokpp").asText())).body("items.id", contains(id));
    search(Map.of("q", phone)).body("items.id", contains(id));
    search(Map.of("q", "0" + phone.substring(4))).body("items.id", contains(id));
    search(Map.of("q", person.get("rnokpp").asText(), "birthDate", "1951-04-18"))
        .body("items", empty());
  }

  @Test
  void a_birth_date_alone_or_beside_a_name_narrows() {
    var family = newFamily();
    var born = with(named(family, "Ганна", null), "/birthDate", "\"1933-03-03\"");
    with(with(born, "/rnokpp", ""), "/rnokppAbsence", "\"LOST\"");
    var id = registered(born);
    registered(named(family, "Віра", null));
    search(Map.of("birthDate", "1933-03-03")).body("items.id", hasItem(id));
    search(Map.of("q", family, "birthDate", "1933-03-03")).body("items.id", contains(id));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Олексій | Миколайович  | Алексей | Николаевич
          Олексій | Миколайович  | Aleksei | Nikolaevich
          Олексій | Миколайович  | Alexey  | Nikolayevich
          Олексій | Миколайович  | Oleksii | Mykolaiovych
          Алексей | Николаевич   | Олексій | Миколайович
          Ганна   | Юріївна      | Анна    | Юрьевна
          Ганна   | Юріївна      | Hanna   | Yuriivna
          """)
  void a_name_is_found_in_every_language_and_by_every_table(
      String given, String patronymic, String otherGiven, String otherPatronymic) {
    var family = newFamily();
    var id = registered(named(family, given, patronymic));
    search(Map.of("q", otherGiven + " " + family)).body("items.id", contains(id));
    search(Map.of("q", family + " " + otherPatronymic)).body("items.id", contains(id));
  }

  @Test
  void an_exact_spelling_comes_before_one_that_sounds_alike() {
    var family = newFamily();
    var alike = registered(named(family, "Анна", null));
    var exact = registered(named(family, "Ганна", null));
    search(Map.of("q", family + " Ганна")).body("items.id", contains(exact, alike));
    search(Map.of("q", family + " Анна")).body("items.id", contains(alike, exact));
  }

  @Test
  void papers_years_dates_and_settlements_narrow_or_suffice() {
    var family = newFamily();
    var paper = "ЕК " + (600_000 + Math.abs(family.hashCode() % 300_000));
    var person = with(named(family, "Ганна", null), "/documents/0/number", '"' + paper + '"');
    var id = registered(person);
    for (var q :
        new String[] {
          paper,
          paper.replace(" ", "").toLowerCase(Locale.ROOT),
          family + " 17.04.1951",
          family + " 17/4/51",
          "1951-04-17 " + family,
          family + " 1951",
          family + " Алчевськ",
          family + " алчевск",
          "Alchevsk " + family,
          family + " " + person.get("rnokpp").asText()
        }) {
      search(Map.of("q", q)).body("items.id", contains(id));
    }
    for (var q : new String[] {family + " 1952", family + " 18.04.1951", family + " Лисичанськ"}) {
      search(Map.of("q", q)).body("items", empty());
    }
  }

  @Test
  void pages_follow_each_other_without_gap_or_overlap() {
    var family = newFamily();
    var ids =
        IntStream.range(0, 7)
            .mapToObj(n -> registered(named(family, n % 2 == 0 ? "Ганна" : "Віра", null)))
            .toList();
    for (var q : new String[] {family, family + "ццц"}) {
      var found = new ArrayList<String>();
      var page = search(Map.of("q", q, "limit", "3"));
      found.addAll(page.extract().jsonPath().<String>getList("items.id"));
      while (page.extract().path("next") != null) {
        page = search(Map.of("q", q, "limit", "3", "after", page.extract().path("next")));
        found.addAll(page.extract().jsonPath().<String>getList("items.id"));
      }
      assertThat(found).doesNotHaveDuplicates().containsAll(ids);
    }
  }

  @Test
  void a_cursor_holds_nobodys_name() {
    var family = newFamily();
    registered(named(family, "Ганна", null));
    registered(named(family, "Віра", null));
    String next = search(Map.of("q", family, "limit", "1")).extract().path("next");
    assertThat(new String(Base64.getUrlDecoder().decode(next), StandardCharsets.US_ASCII))
        .matches("WHOLE 3\\.0 [0-9a-f-]{36}");
  }

  @Test
  void nothing_found_is_an_empty_page() {
    search(Map.of("q", "Щощохтічук")).body("items", empty()).body("next", nullValue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          limit=5                     | q         | required
          q=                          | q         | required
          q=%D0%A8                    | q         | too-short
          q=12345                     | q         | incomplete-number
          birthDate=17.04.1951        | birthDate | not-a-day
          birthDate=1951-02-30        | birthDate | not-a-day
          q=anna&limit=0              | limit     | out-of-range
          q=anna&limit=201            | limit     | out-of-range
          q=anna&after=!!!            | after     | bad-cursor
          q=anna&after=bm9uc2Vuc2U    | after     | bad-cursor
          q=anna&after=QkVHSU5OSU5HIE5hTiB4 | after | bad-cursor
          """)
  void what_cannot_be_answered_is_a_bad_request(String query, String parameter, String code) {
    as(registrar())
        .urlEncodingEnabled(false)
        .get(RESIDENTS + "?" + query)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].field", equalTo(parameter))
        .body("errors[0].code", equalTo(code));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"'; drop table resident; --", "% %", "_____", "a\u0000b", "\\", "Шев\u202Eченко"})
  void hostile_questions_find_nobody_or_are_refused(String q) {
    var status = as(registrar()).queryParam("q", q).get(RESIDENTS).statusCode();
    assertThat(status).isIn(200, 400);
  }

  @ParameterizedTest
  @ValueSource(strings = {Roles.REGISTRAR, Roles.MEDIC})
  void registrars_and_medics_search(String role) {
    var person = woman();
    as(staff(role)).queryParam("q", familyOf(person)).get(RESIDENTS).then().statusCode(200);
  }

  static ObjectNode named(String family, String given, String patronymic) {
    var person = woman();
    var name = person.withObject("/name").put("family", family).put("given", given);
    if (patronymic == null) {
      name.remove("patronymic");
    } else {
      name.put("patronymic", patronymic);
    }
    return person;
  }

  private static String familyOf(ObjectNode person) {
    return person.at("/name/family").asText();
  }

  private void execute(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static ValidatableResponse search(Map<String, String> parameters) {
    return as(registrar()).queryParams(parameters).get(RESIDENTS).then().statusCode(200);
  }
}
