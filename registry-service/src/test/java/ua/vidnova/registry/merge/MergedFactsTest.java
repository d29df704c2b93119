package ua.vidnova.registry.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static ua.vidnova.registry.RegistryApi.register;
import static ua.vidnova.registry.RegistryApi.registered;
import static ua.vidnova.registry.RegistryApi.registrar;
import static ua.vidnova.registry.RegistryApi.show;
import static ua.vidnova.registry.TestPeople.newRnokpp;
import static ua.vidnova.registry.TestPeople.withoutNumber;
import static ua.vidnova.registry.TestPeople.woman;
import static ua.vidnova.registry.facts.FactsApi.by;
import static ua.vidnova.registry.facts.FactsApi.history;
import static ua.vidnova.registry.facts.FactsApi.life;
import static ua.vidnova.registry.facts.FactsApi.name;
import static ua.vidnova.registry.facts.FactsApi.retraction;
import static ua.vidnova.registry.facts.FactsApi.state;
import static ua.vidnova.registry.facts.FactsApi.stated;
import static ua.vidnova.registry.review.Reviews.same;
import static ua.vidnova.registry.review.Reviews.unmerge;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.testing.KafkaProbe;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.registry.review.Reviews;

/** What is stated of one record of a person, before, during and after a merge. */
@QuarkusTest
@WithPlatform
class MergedFactsTest {

  private static final String IDENTIFIED = "ua.vidnova.registry.IdentityEstablished.v1";

  @Inject Reviews reviews;

  @Test
  void a_number_that_is_stated_of_a_merged_record_is_the_persons() {
    var survivor = registered(withoutNumber());
    var merged = registered(withoutNumber());
    merge(merged, survivor);
    var number = newRnokpp();

    state(merged, by("ORIGINAL", rnokpp(number))).statusCode(201);

    show(survivor, registrar())
        .body("rnokpp", equalTo(number))
        .body("rnokppAbsence", nullValue())
        .body("mergedRecords", contains(merged));
    awaitNumberOf(survivor, number);
    awaitNumberOf(merged, number);
    unmerge(merged).statusCode(200).body("rnokpp", equalTo(number));
    show(survivor, registrar()).body("rnokppAbsence", equalTo("LOST"));
  }

  @Test
  void what_the_survivor_lacks_is_filled_in_anew_when_a_record_says_something_else() {
    var own = withoutNumber();
    own.remove("phone");
    var survivor = registered(own);
    var merged = registered(woman());
    merge(merged, survivor);
    show(survivor, registrar()).body("phone", equalTo("+380500000001"));

    state(merged, by("WITNESS", phone("+380502222222"))).statusCode(201);
    show(survivor, registrar()).body("phone", equalTo("+380502222222"));
    state(survivor, by("WITNESS", phone("+380503333333"))).statusCode(201);
    show(survivor, registrar()).body("phone", equalTo("+380503333333"));

    unmerge(merged).statusCode(200).body("phone", equalTo("+380502222222"));
    show(survivor, registrar()).body("phone", equalTo("+380503333333"));
  }

  @Test
  void a_statement_of_the_survivor_leaves_it_what_other_records_lend() {
    var survivor = registered(withoutNumber());
    var other = woman();
    var merged = registered(other);
    merge(merged, survivor);

    state(survivor, by("ORIGINAL", name("Заміжненко"))).statusCode(201);

    show(survivor, registrar()).body("rnokpp", equalTo(other.get("rnokpp").asText()));
    unmerge(merged).statusCode(200).body("rnokpp", equalTo(other.get("rnokpp").asText()));
    show(survivor, registrar()).body("rnokpp", nullValue());
  }

  @Test
  void one_person_has_one_number_whichever_record_it_is_stated_of() {
    var survivor = registered(withoutNumber());
    var other = woman();
    var merged = registered(other);
    merge(merged, survivor);

    for (var number : new String[] {newRnokpp(), other.get("rnokpp").asText()}) {
      state(survivor, by("ORIGINAL", rnokpp(number)))
          .statusCode(409)
          .body("code", equalTo("number-in-use"))
          .body("residentId", equalTo(survivor));
    }
    state(merged, by("WITNESS", phone("+380502222222"))).statusCode(201);
  }

  @Test
  void a_lent_number_that_was_wrong_is_taken_back_from_the_person() {
    var survivor = registered(withoutNumber());
    var merged = registered(withoutNumber());
    var number = newRnokpp();
    var statement = stated(merged, by("ORIGINAL", rnokpp(number)));
    merge(merged, survivor);
    show(survivor, registrar()).body("rnokpp", equalTo(number));

    state(merged, by("WITNESS", retraction(statement))).statusCode(201);

    show(survivor, registrar()).body("rnokpp", nullValue()).body("rnokppAbsence", equalTo("LOST"));
    register(woman().put("rnokpp", number)).statusCode(201);
  }

  @Test
  void names_of_all_records_are_the_persons_and_each_keeps_its_own_history() {
    var survivor = registered(woman());
    var other = withoutNumber();
    var merged = registered(other);
    merge(merged, survivor);

    show(survivor, registrar())
        .body("otherNames.name.family", hasItem(other.at("/name/family").asText()));
    assertThat(history(merged, registrar()).extract().<Integer>path("items.size()")).isEqualTo(1);
  }

  @Test
  void who_is_missing_by_one_record_is_missing_until_the_merge_is_undone() {
    var survivor = registered(withoutNumber());
    var merged = registered(woman());
    merge(merged, survivor);

    state(merged, by("WITNESS", life("MISSING", "2026-11-19"))).statusCode(201);

    show(survivor, registrar())
        .body("lifeState", equalTo("MISSING"))
        .body("lifeStateSince", equalTo("2026-11-19"));
    unmerge(merged).statusCode(200).body("lifeState", equalTo("MISSING"));
    show(survivor, registrar()).body("lifeState", equalTo("LIVING"));
  }

  private void merge(String merged, String survivor) {
    same(reviews.proposed(merged, survivor), survivor).statusCode(200);
  }

  private static void awaitNumberOf(String resident, String number) {
    KafkaProbe.await(
        "registry.identity",
        IDENTIFIED,
        data ->
            data.path("residentId").asText().equals(resident)
                && data.path("rnokpp").asText().equals(number));
  }

  private static String rnokpp(String number) {
    return "{\"kind\":\"RNOKPP\",\"number\":\"%s\"}".formatted(number);
  }

  private static String phone(String number) {
    return "{\"kind\":\"PHONE\",\"number\":\"%s\"}".formatted(number);
  }
}
