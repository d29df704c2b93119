package ua.vidnova.registry.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static ua.vidnova.registry.RegistryApi.register;
import static ua.vidnova.registry.RegistryApi.registered;
import static ua.vidnova.registry.TestPeople.newFamily;
import static ua.vidnova.registry.TestPeople.strangerWithoutNumber;
import static ua.vidnova.registry.TestPeople.with;
import static ua.vidnova.registry.facts.FactsApi.by;
import static ua.vidnova.registry.facts.FactsApi.state;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.registry.review.Reviews;

@QuarkusTest
@WithPlatform
class MatchChangedResidentTest {

  @Inject Reviews reviews;

  @Test
  void a_maiden_name_that_is_stated_later_speaks_for_one_person() {
    var maiden = newFamily();
    var before = strangerWithoutNumber();
    with(before, "/name/family", "\"" + maiden + "\"");
    var known = registered(before);
    var married = strangerWithoutNumber();
    var aDayLater = LocalDate.parse(before.get("birthDate").asText()).plusDays(1);
    married.put("birthDate", aDayLater.toString());
    var id = registered(married);
    assertThat(howTheyAgree(known, id)).doesNotContain("FORMER");

    state(
            id,
            by(
                "ORIGINAL",
                "{\"kind\":\"NAME\",\"use\":\"FORMER\",\"family\":\"%s\",\"given\":\"Ганна\",\"patronymic\":\"Прикладівна\"}"
                    .formatted(maiden)))
        .statusCode(201);

    assertThat(howTheyAgree(known, id)).contains("FORMER");
  }

  @Test
  void who_is_registered_afterwards_is_compared_by_the_name_that_was_stated() {
    var person = strangerWithoutNumber();
    var id = registered(person);
    var maiden = newFamily();
    state(
            id,
            by(
                "ORIGINAL",
                "{\"kind\":\"NAME\",\"use\":\"FORMER\",\"family\":\"%s\",\"given\":\"Ганна\",\"patronymic\":\"Прикладівна\"}"
                    .formatted(maiden)))
        .statusCode(201);
    var again = strangerWithoutNumber().put("birthDate", person.get("birthDate").asText());
    with(again, "/name/family", "\"" + maiden + "\"");

    register(again).statusCode(201).body("candidates.residentId", hasItem(id));
  }

  /** What the pair of two records says now; empty when there is no pair. */
  private String howTheyAgree(String one, String other) {
    return reviews.text(
        "select coalesce(max(features::text), '') from match_pair where id = "
            + Optional.ofNullable(reviews.pairOf(one, other))
                .map("'%s'"::formatted)
                .orElse("null"));
  }
}
