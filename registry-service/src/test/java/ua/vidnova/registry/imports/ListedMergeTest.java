package ua.vidnova.registry.imports;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static ua.vidnova.registry.RegistryApi.RESIDENTS;
import static ua.vidnova.registry.RegistryApi.as;
import static ua.vidnova.registry.RegistryApi.registered;
import static ua.vidnova.registry.RegistryApi.registrar;
import static ua.vidnova.registry.RegistryApi.show;
import static ua.vidnova.registry.TestPeople.newFamily;
import static ua.vidnova.registry.TestPeople.newRnokpp;
import static ua.vidnova.registry.TestPeople.with;
import static ua.vidnova.registry.TestPeople.withoutNumber;
import static ua.vidnova.registry.TestPeople.woman;
import static ua.vidnova.registry.cases.CasesApi.submissionOf;
import static ua.vidnova.registry.cases.CasesApi.submit;
import static ua.vidnova.registry.facts.FactsApi.by;
import static ua.vidnova.registry.facts.FactsApi.name;
import static ua.vidnova.registry.facts.FactsApi.state;
import static ua.vidnova.registry.review.Reviews.same;
import static ua.vidnova.registry.review.Reviews.unmerge;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.testing.KafkaProbe;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.registry.review.Reviews;

/** A line of a list and a person who was registered turn out to be one. */
@QuarkusTest
@WithPlatform
class ListedMergeTest {

  @Inject Reviews reviews;

  @Test
  void the_registered_person_gets_the_number_that_the_list_has() {
    var number = newRnokpp();
    var listed = listed(number);
    var person = withoutNumber();
    with(person, "/documents/0/evidenceLevel", "\"OCCUPATION_ISSUED\"");
    var survivor = registered(person);

    same(reviews.proposed(listed, survivor), survivor).statusCode(200);

    show(survivor, registrar())
        .body("rnokpp", equalTo(number))
        .body("evidenceLevel", equalTo("OCCUPATION_ISSUED"))
        .body("identifiedOn", notNullValue())
        .body("mergedRecords", contains(listed));
    KafkaProbe.await(
        "registry.identity",
        "ua.vidnova.registry.IdentityEstablished.v1",
        data ->
            data.path("residentId").asText().equals(survivor)
                && data.path("rnokpp").asText().equals(number));
    unmerge(listed).statusCode(200).body("rnokpp", equalTo(number));
    show(survivor, registrar()).body("rnokpp", nullValue());
  }

  @Test
  void a_list_that_has_the_same_number_adds_nothing_and_stands_in_no_ones_way() {
    var person = woman();
    var listed = listed(person.get("rnokpp").asText());
    var survivor = registered(person);

    same(reviews.proposed(listed, survivor), survivor).statusCode(200);

    show(survivor, registrar()).body("rnokpp", equalTo(person.get("rnokpp").asText()));
    state(survivor, by("ORIGINAL", name("Заміжненко"))).statusCode(201);
    unmerge(listed).statusCode(200).body("rnokpp", equalTo(person.get("rnokpp").asText()));
    show(survivor, registrar()).body("rnokpp", equalTo(person.get("rnokpp").asText()));
  }

  @Test
  void whom_nobody_has_identified_does_not_survive_who_was() {
    var listed = listed(newRnokpp());
    var person = registered(withoutNumber());

    same(reviews.proposed(listed, person), listed)
        .statusCode(409)
        .body("code", equalTo("survivor-only-listed"));
  }

  @Test
  void nothing_is_stated_of_or_applied_for_by_whom_nobody_has_identified() {
    var listed = listed(newRnokpp());

    state(listed, by("ORIGINAL", name("Заміжненко")))
        .statusCode(409)
        .body("code", equalTo("only-listed"));
    submit(submissionOf(listed, "RESIDENCE_REGISTRATION"))
        .statusCode(422)
        .body("errors.code", contains("only-listed"));
  }

  private static String listed(String number) {
    var family = newFamily();
    Lists.imported(Lists.newList(), Lists.HEADER + Lists.line(family, number))
        .body("state", equalTo("DONE"));
    return as(registrar())
        .queryParam("q", family)
        .get(RESIDENTS)
        .then()
        .extract()
        .path("items[0].id");
  }
}
