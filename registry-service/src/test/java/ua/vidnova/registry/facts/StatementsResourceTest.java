package ua.vidnova.registry.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static ua.vidnova.registry.RegistryApi.registered;
import static ua.vidnova.registry.RegistryApi.registrar;
import static ua.vidnova.registry.RegistryApi.show;
import static ua.vidnova.registry.TestPeople.with;
import static ua.vidnova.registry.TestPeople.woman;
import static ua.vidnova.registry.facts.FactsApi.answer;
import static ua.vidnova.registry.facts.FactsApi.by;
import static ua.vidnova.registry.facts.FactsApi.found;
import static ua.vidnova.registry.facts.FactsApi.history;
import static ua.vidnova.registry.facts.FactsApi.name;
import static ua.vidnova.registry.facts.FactsApi.retraction;
import static ua.vidnova.registry.facts.FactsApi.send;
import static ua.vidnova.registry.facts.FactsApi.since;
import static ua.vidnova.registry.facts.FactsApi.state;
import static ua.vidnova.registry.facts.FactsApi.stated;
import static ua.vidnova.registry.facts.FactsApi.submission;

import io.quarkus.test.junit.QuarkusTest;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.KafkaProbe;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.contracts.identifiers.Rnokpp;
import ua.vidnova.registry.TestPeople;

@QuarkusTest
@WithPlatform
class StatementsResourceTest {

  private static final String IDENTIFIED = "ua.vidnova.registry.IdentityEstablished.v1";

  @Test
  void a_stated_name_is_kept_with_what_it_is_worth() {
    var id = registered(woman());
    state(id, since("2026-11-18", "ORIGINAL", name("Заміжненко")))
        .statusCode(201)
        .header("ETag", equalTo("\"1\""))
        .body("residentId", equalTo(id))
        .body("statements.kind", contains("NAME"))
        .body("statements.outcome", contains("STANDS"))
        .body("statements[0].openQuestionId", nullValue());
    show(id, registrar())
        .body("name.family", equalTo("Заміжненко"))
        .body("otherNames.use", contains("FORMER"));
    KafkaProbe.await(
        "registry.identity",
        IDENTIFIED,
        data ->
            data.path("residentId").asText().equals(id)
                && data.at("/name/family").asText().equals("Заміжненко"));
  }

  @Test
  void everything_that_can_be_known_of_a_person_can_be_stated_at_once() {
    var mother = registered(woman());
    var id = registered(woman());
    state(
            id,
            by(
                "ORIGINAL",
                "{\"kind\":\"UNZR\",\"number\":\"19510417-%05d\"}"
                    .formatted(id.hashCode() & 0xFFFF)),
            by(
                "ORIGINAL",
                "{\"kind\":\"DOCUMENT\",\"type\":\"NATIONAL_ID\",\"number\":\"000123456\",\"expiresOn\":\"2024-01-01\"}"),
            since(
                "2026-11-20",
                "WITNESS",
                "{\"kind\":\"RESIDENCE\",\"settlement\":\"UA44020010010037242\",\"street\":\"вул. Вигадана\",\"building\":\"5а\",\"flat\":\"12\",\"postalIndex\":\"94200\"}"),
            by(
                "COPY",
                "{\"kind\":\"RESIDENCE\",\"use\":\"REGISTERED\",\"settlement\":\"UA44120110010072887\"}"),
            since("2026-11-20", "WITNESS", "{\"kind\":\"PHONE\",\"number\":\"+48221234567\"}"),
            by("WITNESS", "{\"kind\":\"EMAIL\",\"address\":\"hanna@example.com\"}"),
            since("2026-11-20", "WITNESS", "{\"kind\":\"PAYMENT_CHANNEL\",\"channel\":\"POST\"}"),
            by(
                "WITNESS",
                "{\"kind\":\"RELATION\",\"role\":\"MOTHER\",\"residentId\":\"%s\"}"
                    .formatted(mother)),
            by(
                "WITNESS",
                "{\"kind\":\"RELATION\",\"role\":\"CHILD\",\"name\":\"Приклад Вигаданенко\"}"),
            by(
                "WITNESS",
                "{\"kind\":\"CONSENT\",\"decision\":\"GIVEN\",\"purpose\":\"MEDICAL\",\"form\":\"WRITTEN\",\"on\":\"2026-11-20\"}"),
            by(
                "WITNESS",
                "{\"kind\":\"NAME\",\"use\":\"OTHER\",\"family\":\"Выдуманенко\",\"given\":\"Анна\"}"))
        .statusCode(201)
        .body("statements.outcome.unique()", contains("STANDS"));
    show(id, registrar())
        .body("unzr", notNullValue())
        .body("documents.find { it.type == 'NATIONAL_ID' }.expired", equalTo(true))
        .body("documents.find { it.type == 'PASSPORT' }.expired", nullValue())
        .body("address.street", equalTo("вул. Вигадана"))
        .body("address.postalIndex", equalTo("94200"))
        .body("registeredAddress.settlement", equalTo(TestPeople.SIVERSKODONETSK))
        .body("phone", equalTo("+48221234567"))
        .body("email", equalTo("hanna@example.com"))
        .body("paymentChannel.kind", equalTo("POST"))
        .body("relations.role", containsInAnyOrder("MOTHER", "CHILD"))
        .body("consents.decision", contains("GIVEN"))
        .body("otherNames.name.family", contains("Выдуманенко"));
    var told =
        KafkaProbe.await(
            "registry.identity",
            IDENTIFIED,
            data ->
                data.path("residentId").asText().equals(id)
                    && data.at("/paymentChannel/kind").asText().equals("POST"));
    assertThat(told.data().has("phone")).isFalse();
  }

  @Test
  void equal_evidence_that_disagrees_is_a_question_that_a_person_answers() {
    var id = registered(woman());
    var before = show(id, registrar()).extract().path("name.family").toString();
    String question =
        state(id, by("ORIGINAL", name("Інакшенко")))
            .statusCode(201)
            .body("statements.outcome", contains("DISAGREES"))
            .extract()
            .path("statements[0].openQuestionId");
    show(id, registrar())
        .body("name.family", equalTo(before))
        .body("openQuestions.id", contains(question))
        .body("openQuestions.kind", contains("NAME_DISAGREES"));

    answer(question, "ACCEPT", registrar()).statusCode(200).body("residentId", equalTo(id));

    show(id, registrar()).body("name.family", equalTo("Інакшенко")).body("openQuestions", empty());
    answer(question, "KEEP", registrar()).statusCode(409).body("code", equalTo("question-closed"));
    history(id, registrar()).body("items.kind", contains("REGISTRATION", "NAME", "ANSWER"));
  }

  @Test
  void what_stronger_evidence_settles_is_asked_no_more() {
    var id = registered(woman());
    state(id, by("ORIGINAL", name("Інакшенко"))).statusCode(201);
    state(id, found(name("Судовенко"))).body("statements.outcome", contains("STANDS"));
    show(id, registrar()).body("name.family", equalTo("Судовенко")).body("openQuestions", empty());
  }

  @Test
  void a_paper_of_the_occupation_changes_nothing_and_is_kept() {
    var id = registered(woman());
    var before = show(id, registrar()).extract().path("name.family").toString();
    state(
            id,
            by("OCCUPATION_ISSUED", name("Выдуманенко")),
            by(
                "OCCUPATION_ISSUED",
                "{\"kind\":\"DOCUMENT\",\"type\":\"OTHER\",\"number\":\"40 17 123456\"}"))
        .body("statements.outcome", contains("EVIDENCE_ONLY", "EVIDENCE_ONLY"));
    show(id, registrar())
        .body("name.family", equalTo(before))
        .body("evidenceLevel", equalTo("ORIGINAL"))
        .body("otherNames.name.family", contains("Выдуманенко"))
        .body("otherNames.evidenceLevel", contains("OCCUPATION_ISSUED"));
  }

  @Test
  void a_wrong_statement_is_taken_back_and_stays_in_the_history() {
    var id = registered(woman());
    var wrong =
        stated(
            id, since("2026-11-20", "COPY", "{\"kind\":\"PHONE\",\"number\":\"+380500000099\"}"));
    show(id, registrar()).body("phone", equalTo("+380500000099"));
    state(id, by("WITNESS", retraction(wrong))).statusCode(201);
    show(id, registrar()).body("phone", equalTo("+380500000001"));
    history(id, registrar())
        .body("items.find { it.id == '%s' }.outcome".formatted(wrong), equalTo("RETRACTED"))
        .body("items.find { it.kind == 'RETRACTION' }.stated.reason", equalTo("Помилка запису"));
  }

  @Test
  void a_fact_of_the_registration_can_be_corrected_and_not_merely_taken_away() {
    var id = registered(woman());
    String registration = history(id, registrar()).extract().path("items[0].id");
    var wrongName =
        "{\"kind\":\"RETRACTION\",\"statementId\":\"%s\",\"fact\":\"NAME\",\"reason\":\"Описка\"}"
            .formatted(registration);
    state(id, by("ORIGINAL", wrongName))
        .statusCode(422)
        .body("errors.code", contains("nothing-left"));
    show(id, registrar()).header("ETag", equalTo("\"0\""));
    state(id, by("ORIGINAL", wrongName), by("ORIGINAL", name("Вірненко")))
        .statusCode(201)
        .body("statements.outcome", contains("STANDS", "STANDS"));
    show(id, registrar()).body("name.family", equalTo("Вірненко")).body("otherNames", nullValue());
  }

  @Test
  void the_same_submission_again_adds_nothing() {
    var id = registered(woman());
    var body = submission(since("2026-11-18", "ORIGINAL", name("Заміжненко")));
    var first = send(id, body, registrar()).statusCode(201).extract().jsonPath().getMap("");
    body.put("deviceTime", "2026-11-21T09:00:00Z");
    var again = send(id, body, registrar()).statusCode(200).extract().jsonPath().getMap("");
    assertThat(again).isEqualTo(first);
    history(id, registrar()).body("items", hasSize(2));
    send(
            id,
            submission(by("WITNESS", name("Інша"))).put("id", body.get("id").asText()),
            registrar())
        .statusCode(409)
        .body("code", equalTo("id-in-use"));
    send(registered(woman()), body, registrar()).statusCode(409);
  }

  @Test
  void of_many_copies_at_once_one_is_kept() {
    var id = registered(woman());
    var body = submission(since("2026-11-18", "ORIGINAL", name("Заміжненко")));
    var token = registrar();
    var answers =
        IntStream.range(0, 8)
            .mapToObj(
                n ->
                    CompletableFuture.supplyAsync(
                        () -> send(id, body, token).extract().statusCode()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(answers).containsOnly(200, 201).filteredOn(status -> status == 201).hasSize(1);
    history(id, registrar()).body("items", hasSize(2));
  }

  @Test
  void a_number_of_somebody_else_is_a_conflict_that_says_of_whom() {
    var known = woman();
    var owner = registered(known);
    var person = with(with(woman(), "/rnokpp", ""), "/rnokppAbsence", "\"LOST\"");
    var id = registered(person);
    state(id, by("ORIGINAL", "{\"kind\":\"RNOKPP\",\"number\":%s}".formatted(known.get("rnokpp"))))
        .statusCode(409)
        .body("code", equalTo("number-in-use"))
        .body("residentId", equalTo(owner));
    state(
            id,
            by(
                "ORIGINAL",
                "{\"kind\":\"RNOKPP\",\"number\":\"%s\"}".formatted(TestPeople.newRnokpp())))
        .statusCode(201)
        .body("statements.outcome", contains("STANDS"));
    show(id, registrar()).body("rnokpp", notNullValue()).body("rnokppAbsence", nullValue());
  }

  @Test
  void a_number_of_another_birth_date_is_asked_and_changes_nothing() {
    var id = registered(with(with(woman(), "/rnokpp", ""), "/rnokppAbsence", "\"LOST\""));
    var foreign =
        Rnokpp.of(TestPeople.BIRTH.plusDays(3), 4_000 + Math.abs(id.hashCode() % 900), false);
    state(id, by("ORIGINAL", "{\"kind\":\"RNOKPP\",\"number\":\"%s\"}".formatted(foreign)))
        .body("statements.outcome", contains("DISAGREES"));
    show(id, registrar())
        .body("rnokppAbsence", equalTo("LOST"))
        .body("openQuestions.kind", contains("RNOKPP_DISAGREES"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"kind":"NAME","family":"Петренко"}                                            | fact.given        | required
          {"kind":"NAME","family":"Пет1ренко","given":"Ганна"}                           | fact.family       | letters
          {"kind":"NAME","family":"Выдуманенко","given":"Ганна"}                         | fact.family       | letters
          {"kind":"BIRTH_DATE","date":"2100-01-01"}                                      | fact.date         | future
          {"kind":"BIRTH_DATE","date":"1899-12-31"}                                      | fact.date         | before-1900
          {"kind":"RNOKPP"}                                                              | fact.number       | required
          {"kind":"RNOKPP","number":"1759013770"}                                        | fact.number       | checksum
          {"kind":"RNOKPP","number":"12345"}                                             | fact.number       | format
          {"kind":"RNOKPP","number":"1759013776","absence":"LOST"}                       | fact.absence      | contradicts
          {"kind":"UNZR","number":"19511317-00123"}                                      | fact.number       | format
          {"kind":"DOCUMENT","type":"PASSPORT","number":"12"}                            | fact.number       | format
          {"kind":"DOCUMENT","type":"NATIONAL_ID","number":"000123456"}                  | fact.expiresOn    | required
          {"kind":"DOCUMENT","type":"REFUGEE_CERTIFICATE","number":"МЗ000123"}           | fact.expiresOn    | required
          {"kind":"DOCUMENT","type":"PASSPORT","number":"ЕК123456","issuedOn":"1950-01-01"} | fact.issuedOn  | before-birth
          {"kind":"RESIDENCE","settlement":"UA44000000000018893"}                        | fact.settlement   | not-a-settlement
          {"kind":"RESIDENCE","settlement":"UA00000000000000000"}                        | fact.settlement   | unknown
          {"kind":"RESIDENCE","settlement":"UA44020010010037242","postalIndex":"9420"}   | fact.postalIndex  | format
          {"kind":"RESIDENCE","settlement":"UA44020010010037242","street":"a\\u0007b"}   | fact.street       | characters
          {"kind":"PHONE","number":"0500000001"}                                         | fact.number       | phone
          {"kind":"PHONE","number":"+999123456789"}                                      | fact.number       | phone
          {"kind":"EMAIL","address":"not an address"}                                    | fact.address      | format
          {"kind":"PAYMENT_CHANNEL","channel":"POST","iban":"UA283004650000026200000000000"} | fact.iban     | contradicts
          {"kind":"PAYMENT_CHANNEL","channel":"BANK","iban":"UA283004650000026200000000001"} | fact.iban     | iban
          {"kind":"NO_RUSSIAN_PENSION","declaredOn":"2100-01-01"}                        | fact.declaredOn   | future
          {"kind":"LIFE_STATE","event":"DEATH","on":"2100-01-01"}                        | fact.on           | future
          {"kind":"LIFE_STATE","event":"DEATH","on":"1951-04-16"}                        | fact.on           | before-birth
          {"kind":"LIFE_STATE","event":"PRESUMED_DEAD","on":"2026-01-01"}                | court             | required
          {"kind":"RELATION","role":"MOTHER"}                                            | fact.residentId   | one-of-two
          {"kind":"RELATION","role":"MOTHER","residentId":"019aa7d0-5c00-7a10-8b21-4f0c6d2e9aff"} | fact.residentId | unknown
          {"kind":"CONSENT","decision":"GIVEN","purpose":"CURIOSITY","form":"ORAL","on":"2026-11-01"} | fact.purpose | unknown
          {"kind":"RETRACTION","statementId":"019aa7d0-5c00-7a10-8b21-4f0c6d2e9aff","reason":"Описка"} | fact.statementId | unknown
          {"kind":"ANSWER","accepted":true}                                              | fact.kind         | not-here
          """)
  void what_cannot_be_true_is_not_acceptable(String fact, String field, String code) {
    var id = registered(woman());
    state(id, by("ORIGINAL", fact))
        .statusCode(422)
        .body("code", equalTo("invalid"))
        .body(
            "errors.findAll { it.field == 'statements[0].%s' }.code".formatted(field),
            hasItem(code));
    history(id, registrar()).body("items", hasSize(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"kind":"HOROSCOPE","sign":"LEO"}
          {"family":"Петренко","given":"Ганна"}
          {"kind":"NAME","family":"Петренко","given":"Ганна","middle":"x"}
          {"kind":"SEX","sex":"OTHER"}
          {"kind":"LIFE_STATE","event":"DEATH","on":20261119}
          {"kind":"BIRTH_DATE","date":"17.04.1951"}
          "NAME"
          []
          """)
  void what_cannot_be_read_is_a_bad_request(String fact) {
    state(registered(woman()), by("ORIGINAL", fact)).statusCode(400);
  }

  @Test
  void grounds_are_held_to_what_can_be() {
    var id = registered(woman());
    state(id, since("2100-01-01", "ORIGINAL", name("Інша")))
        .statusCode(422)
        .body("errors[0].field", equalTo("statements[0].since"));
    state(id, found(name("Інша")).replace("2026-11-01", "2026-09-01"))
        .statusCode(422)
        .body("errors[0].code", equalTo("before-decision"));
    send(
            id,
            submission(by("COPY", name("Інша"))).put("id", "0d7e1a3c-3b0e-4d9a-9d8e-0c1f6a7b8c9d"),
            registrar())
        .statusCode(422)
        .body("errors[0].code", equalTo("not-uuidv7"));
    send(
            id,
            TestPeople.read("{\"id\":\"%s\",\"statements\":[]}".formatted(Ids.newId())),
            registrar())
        .statusCode(422);
  }
}
