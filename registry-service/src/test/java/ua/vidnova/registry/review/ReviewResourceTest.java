package ua.vidnova.registry.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;
import static ua.vidnova.registry.RegistryApi.as;
import static ua.vidnova.registry.RegistryApi.registered;
import static ua.vidnova.registry.RegistryApi.registrar;
import static ua.vidnova.registry.TestPeople.stranger;
import static ua.vidnova.registry.TestPeople.strangerWithoutNumber;
import static ua.vidnova.registry.TestPeople.with;
import static ua.vidnova.registry.TestPeople.withoutNumber;
import static ua.vidnova.registry.TestPeople.woman;
import static ua.vidnova.registry.review.Reviews.REVIEWS;
import static ua.vidnova.registry.review.Reviews.decide;
import static ua.vidnova.registry.review.Reviews.different;
import static ua.vidnova.registry.review.Reviews.openPairsOf;
import static ua.vidnova.registry.review.Reviews.same;
import static ua.vidnova.registry.review.Reviews.show;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.registry.TestPeople;
import ua.vidnova.registry.matching.Candidate;
import ua.vidnova.registry.matching.CandidatesFound;
import ua.vidnova.registry.matching.Origin;

@QuarkusTest
@WithPlatform
class ReviewResourceTest {

  @Inject Reviews reviews;
  @Inject Event<CandidatesFound> matching;

  @Test
  void what_matching_finds_waits_for_a_registrar() {
    var one = registered(woman());
    var other = registered(woman());
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                matching.fire(
                    new CandidatesFound(
                        UUID.fromString(one),
                        List.of(new Candidate(UUID.fromString(other), Reviews.comparison(7))),
                        Origin.REGISTRATION)));

    assertThat(openPairsOf(one, other)).hasSize(1);
  }

  @Test
  void a_pair_is_shown_side_by_side_with_what_agrees_and_what_it_counts() {
    var one = registered(withoutNumber());
    var other = registered(woman());
    var pair = reviews.proposed(one, other);

    show(pair, registrar())
        .statusCode(200)
        .header("ETag", matchesPattern("\"\\d+\""))
        .body("state", equalTo("PROPOSED"))
        .body("band", equalTo("REVIEW"))
        .body("origin", oneOf("REGISTRATION", "SYNC"))
        .body("bits", equalTo(12.5f))
        .body("explanation[0].feature", equalTo("FAMILY_NAME"))
        .body("explanation[0].agreement", equalTo("RUSSIAN"))
        .body("explanation[0].bits", equalTo(12.5f))
        .body("sentences[0].uk", allOf(startsWith("Прізвище: "), endsWith("+12.5")))
        .body("sides.id", containsInAnyOrder(one, other))
        .body("sides.documents.type.flatten()", hasItem("PASSPORT"))
        .body("fields.find { it.field == 'name.family' }.agreement", equalTo("DIFFERENT"))
        .body("fields.find { it.field == 'birthDate' }.agreement", equalTo("EQUAL"))
        .body("fields.find { it.field == 'birthDate' }.first", equalTo("1951-04-17"))
        .body("fields.find { it.field == 'rnokpp' }.agreement", equalTo("ONE_SIDED"))
        .body("fields.find { it.field == 'lifeStateSince' }.agreement", equalTo("EQUAL"))
        .body("sharedDocuments", contains("PASSPORT"))
        .body("decision", nullValue());
  }

  @Test
  void the_queue_is_strongest_first_page_by_page() {
    var place = TestPeople.SIVERSKODONETSK;
    var people = new ArrayList<String>();
    for (var i = 0; i < 4; i++) {
      people.add(registered(with(woman(), "/settlement", "\"" + place + "\"")));
    }
    var weak = reviews.proposed(people.get(0), people.get(1), 3);
    var strong = reviews.proposed(people.get(0), people.get(2), 30);
    var alike = reviews.proposed(people.get(1), people.get(2), 3);
    var stronger = reviews.proposed(people.get(2), people.get(3), 40);
    var token =
        TestTokens.staff("other", Roles.REGISTRAR).within(TestPeople.SIVERSKODONETSK).token();

    var seen = new ArrayList<String>();
    var after = (String) null;
    do {
      var request = as(token).queryParam("limit", 1);
      var page =
          (after == null ? request : request.queryParam("after", after))
              .get(REVIEWS)
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      seen.addAll(page.getList("items.id"));
      after = page.getString("next");
    } while (after != null);

    assertThat(seen).containsSubsequence(stronger, strong, weak);
    assertThat(seen).containsSubsequence(strong, alike).doesNotHaveDuplicates();
  }

  @Test
  void a_pair_is_kept_once_and_with_the_latest_comparison() {
    var one = registered(stranger());
    var other = registered(stranger());
    var pair = reviews.proposed(one, other, 5);

    assertThat(reviews.proposed(other, one, 9)).isEqualTo(pair);
    show(pair, registrar()).body("bits", equalTo(9f)).header("ETag", equalTo("\"1\""));
    reviews.propose(one, one, 9);
    assertThat(reviews.pairOf(one, one)).isNull();
  }

  @Test
  void the_queue_is_asked_for_one_person_by_whichever_record() {
    var one = registered(stranger());
    var other = registered(strangerWithoutNumber());
    var third = registered(strangerWithoutNumber());
    var pair = reviews.proposed(one, other);
    same(reviews.proposed(one, third), one).statusCode(200);
    reviews.proposed(other, third);

    for (var id : List.of(one, other, third)) {
      queueOf(id).body("items.id", contains(pair));
    }
    queueOf(Ids.newId().toString()).body("items", empty());
  }

  private static ValidatableResponse queueOf(String resident) {
    return as(registrar()).queryParam("residentId", resident).get(REVIEWS).then().statusCode(200);
  }

  @Test
  void different_is_remembered_for_ever() {
    var one = registered(stranger());
    var other = registered(stranger());
    var pair = reviews.proposed(one, other, 5);
    different(pair)
        .statusCode(200)
        .body("state", equalTo("DIFFERENT"))
        .body("decision.reason", equalTo("Двоюрідні сестри"))
        .body("decision.decidedBy", equalTo("registrar"));

    reviews.propose(one, other, 50);

    show(pair, registrar()).body("state", equalTo("DIFFERENT")).body("bits", equalTo(5f));
    assertThat(openPairsOf(one)).isEmpty();
  }

  @Test
  void different_holds_for_whatever_records_the_two_come_to_have() {
    var anna = registered(stranger());
    var sister = registered(stranger());
    different(reviews.proposed(anna, sister)).statusCode(200);
    var anew = registered(strangerWithoutNumber());
    var open = reviews.proposed(anew, sister);
    assertThat(openPairsOf(anew, sister)).containsExactly(open);

    same(reviews.proposed(anew, anna), anna).statusCode(200);

    assertThat(openPairsOf(anna)).isEmpty();
    decide(open, Map.of("decision", "SAME", "survivor", sister, "reason", "Схожі"))
        .statusCode(409)
        .body("code", equalTo("decided-different"));
    var third = registered(strangerWithoutNumber());
    same(reviews.proposed(third, sister), sister).statusCode(200);
    reviews.propose(third, anew, 40);
    assertThat(reviews.pairOf(third, anew)).isNull();

    Reviews.unmerge(anew).statusCode(200);
    assertThat(openPairsOf(anew, sister)).containsExactly(open);
  }

  @Test
  void of_two_pairs_that_merges_make_one_the_stronger_is_shown() {
    var one = registered(stranger());
    var other = registered(strangerWithoutNumber());
    var third = registered(strangerWithoutNumber());
    var weak = reviews.proposed(one, third, 4);
    var strong = reviews.proposed(other, third, 8);

    same(reviews.proposed(one, other), one).statusCode(200);

    assertThat(openPairsOf(one)).containsExactly(strong);
    show(strong, registrar()).body("sides.id", containsInAnyOrder(one, third));
    same(strong, one).statusCode(200);
    assertThat(openPairsOf(one)).isEmpty();
    decide(weak, Map.of("decision", "DIFFERENT", "reason", "Ні"))
        .statusCode(409)
        .body("code", equalTo("decided-already"));
  }

  @Test
  void evidence_may_be_asked_for_before_the_decision() {
    var pair = reviews.proposed(registered(stranger()), registered(stranger()));
    var ask = Map.of("decision", "ASK_EVIDENCE", "reason", "Свідоцтво про шлюб");
    decide(pair, ask).statusCode(200).body("state", equalTo("EVIDENCE_ASKED"));
    decide(pair, ask).statusCode(200).header("ETag", equalTo("\"1\""));
    as(registrar())
        .queryParam("state", "EVIDENCE_ASKED")
        .queryParam("limit", 200)
        .get(REVIEWS)
        .then()
        .body("items.id", hasItem(pair));
    different(pair).statusCode(200);
    decide(pair, ask)
        .statusCode(409)
        .body("code", equalTo("decided-already"))
        .body("state", equalTo("DIFFERENT"));
  }

  @Test
  void a_decision_that_stands_may_be_repeated_and_no_other_taken() {
    var one = registered(stranger());
    var other = registered(strangerWithoutNumber());
    var pair = reviews.proposed(one, other);
    same(pair, one).statusCode(200).body("state", equalTo("SAME"));
    same(pair, one).statusCode(200).header("ETag", equalTo("\"1\""));
    same(pair, other).statusCode(409).body("code", equalTo("decided-already"));
    different(pair).statusCode(409).body("state", equalTo("SAME"));
    assertThat(
            reviews.text(
                "select count(*) from resident_merge where pair_id = '%s'".formatted(pair)))
        .isEqualTo("1");
  }

  @Test
  void a_request_is_carried_out_once_per_key() {
    var pair = reviews.proposed(registered(stranger()), registered(stranger()));
    var key = Ids.newId().toString();
    for (var i = 0; i < 2; i++) {
      as(registrar())
          .header("Idempotency-Key", key)
          .contentType("application/json")
          .body(Map.of("decision", "DIFFERENT", "reason", "Ні"))
          .post(REVIEWS + "/" + pair + "/decision")
          .then()
          .statusCode(200)
          .body("state", equalTo("DIFFERENT"));
    }
  }

  @Test
  void who_read_an_older_version_reads_again() {
    var one = registered(stranger());
    var other = registered(stranger());
    var pair = reviews.proposed(one, other, 5);
    reviews.propose(one, other, 6);
    as(registrar())
        .header("If-Match", "\"0\"")
        .contentType("application/json")
        .body(Map.of("decision", "DIFFERENT", "reason", "Ні"))
        .post(REVIEWS + "/" + pair + "/decision")
        .then()
        .statusCode(412)
        .body("code", equalTo("changed-meanwhile"));
    show(pair, registrar()).body("state", equalTo("PROPOSED"));
  }

  @Test
  void two_numbers_are_two_people() {
    var one = registered(stranger());
    var other = registered(stranger());
    var pair = reviews.proposed(one, other);
    same(pair, one).statusCode(409).body("code", equalTo("two-numbers"));
    show(pair, registrar()).body("state", equalTo("PROPOSED"));
  }

  @Test
  void a_survivor_is_not_merged_itself() {
    var one = registered(withoutNumber());
    var other = registered(withoutNumber());
    var third = registered(withoutNumber());
    same(reviews.proposed(one, other), one).statusCode(200);
    var pair = reviews.proposed(one, third);
    same(pair, third).statusCode(409).body("code", equalTo("has-merged-records"));
    same(pair, one).statusCode(200);
    assertThat(Reviews.viewOf(third)).containsEntry("id", one).containsEntry("mergedInto", one);
    assertThat((List<?>) Reviews.viewOf(one).get("mergedRecords")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"decision": "SAME", "reason": "так"}                               | 422 | survivor
          {"decision": "SAME", "survivor": "%s", "reason": "так"}             | 422 | survivor
          {"decision": "DIFFERENT", "survivor": "%s", "reason": "ні"}         | 422 | survivor
          {"decision": "DIFFERENT"}                                           | 422 | reason
          {"decision": "DIFFERENT", "reason": "  "}                           | 422 | reason
          {"reason": "ні"}                                                    | 422 | decision
          {"decision": "MAYBE", "reason": "ні"}                               | 400 | decision
          {"decision": 1, "reason": "ні"}                                     | 400 | decision
          {"decision": "SAME", "survivor": "me", "reason": "ні"}              | 400 | survivor
          {"decision": "DIFFERENT", "reason": ["ні"]}                         | 400 | reason
          {"decision": "DIFFERENT", "reason": "ні", "by": "hand"}             | 400 | by
          """)
  void a_decision_that_says_too_little_or_too_much_is_refused(
      String body, int status, String field) {
    var pair = reviews.proposed(registered(woman()), registered(woman()));
    decide(pair, body.formatted(Ids.newId()), registrar())
        .statusCode(status)
        .body("errors[0].field", equalTo(field));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"decision": "DIFFERENT", "reason": "a\\u0000b"}
          {"decision": "DIFFERENT", "reason": "\\ud800"}
          {"decision": "DIFFERENT",
          []
          null
          """)
  void hostile_bodies_are_refused(String body) {
    var pair = reviews.proposed(registered(woman()), registered(woman()));
    assertThat(decide(pair, body, registrar()).extract().statusCode()).isIn(400, 422);
    show(pair, registrar()).body("state", equalTo("PROPOSED"));
  }

  @Test
  void a_reason_is_not_endless() {
    var pair = reviews.proposed(registered(woman()), registered(woman()));
    decide(pair, Map.of("decision", "DIFFERENT", "reason", "ні".repeat(501))).statusCode(422);
  }

  @ParameterizedTest
  @CsvSource({
    "state, OPEN",
    "limit, 0",
    "limit, 201",
    "limit, many",
    "after, nonsense",
    "after, MS41",
    "after, TmFOIDAxOWFhN2QwLTVjMDAtN2ExMC04YjIxLTRmMGM2ZDJlOWEwMQ=="
  })
  void a_list_that_is_asked_for_wrongly_is_refused(String parameter, String value) {
    as(registrar()).queryParam(parameter, value).get(REVIEWS).then().statusCode(400);
  }

  @Test
  void nobodys_pair_is_not_there() {
    var pair = Ids.newId().toString();
    show(pair, registrar()).statusCode(404);
    different(pair).statusCode(404);
    show("not-an-id", registrar()).statusCode(404);
  }

  @Test
  void open_lists_are_of_open_pairs() {
    var pair = reviews.proposed(registered(woman()), registered(woman()));
    different(pair).statusCode(200);
    as(registrar())
        .queryParam("state", "DIFFERENT")
        .queryParam("limit", 200)
        .get(REVIEWS)
        .then()
        .body("items.id", hasItem(pair));
    as(TestTokens.staff("nowhere", Roles.REGISTRAR).token())
        .get(REVIEWS)
        .then()
        .statusCode(200)
        .body("items", empty());
  }
}
