package ua.vidnova.registry.review;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static ua.vidnova.registry.RegistryApi.as;
import static ua.vidnova.registry.RegistryApi.registered;
import static ua.vidnova.registry.RegistryApi.registrar;
import static ua.vidnova.registry.RegistryApi.staff;
import static ua.vidnova.registry.TestPeople.with;
import static ua.vidnova.registry.TestPeople.withoutNumber;
import static ua.vidnova.registry.TestPeople.woman;
import static ua.vidnova.registry.review.Reviews.REVIEWS;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.registry.RegistryApi;
import ua.vidnova.registry.TestPeople;

@QuarkusTest
@WithPlatform
class ReviewAccessTest {

  private static final Map<String, String> DIFFERENT =
      Map.of("decision", "DIFFERENT", "reason", "Ні");

  @Inject Reviews reviews;

  @ParameterizedTest
  @ValueSource(
      strings = {
        Roles.MEDIC,
        Roles.BRIGADE_LEAD,
        Roles.PAYMENTS_OFFICER,
        Roles.PAYMENTS_APPROVER,
        Roles.COORDINATOR,
        Roles.AUDITOR,
        Roles.ADMINISTRATOR
      })
  void only_registrars_review_and_unmerge(String role) {
    var one = registered(woman());
    var pair = reviews.proposed(one, registered(woman()));
    as(staff(role)).get(REVIEWS).then().statusCode(403).body("code", equalTo("forbidden"));
    Reviews.show(pair, staff(role)).statusCode(403);
    Reviews.decide(pair, DIFFERENT, staff(role)).statusCode(403);
    Reviews.unmerge(one, staff(role)).statusCode(403);
    Reviews.show(pair, registrar()).body("state", equalTo("PROPOSED"));
  }

  @Test
  void nobody_without_a_token_and_no_partner() {
    var pair = reviews.proposed(registered(woman()), registered(woman()));
    given().get(REVIEWS).then().statusCode(401);
    given().get(REVIEWS + "/" + pair).then().statusCode(401);
    var partner = TestTokens.partner("pension-fund", "00035323", "payments.awards:write");
    as(partner).get(REVIEWS).then().statusCode(403);
  }

  @Test
  void a_pair_is_there_only_for_who_covers_both_sides() {
    var here = registered(woman());
    var there = registered(with(woman(), "/settlement", quoted(TestPeople.SIVERSKODONETSK)));
    var pair = reviews.proposed(here, there, 900);
    for (var hromada :
        new String[] {TestPeople.ALCHEVSK_HROMADA, TestPeople.SIVERSKODONETSK_HROMADA}) {
      var token = within(hromada);
      as(token)
          .get(REVIEWS)
          .then()
          .statusCode(200)
          .body("items.findAll { it.id == '%s' }".formatted(pair), empty());
      Reviews.show(pair, token).statusCode(404);
      Reviews.decide(pair, DIFFERENT, token).statusCode(404);
    }
    var both =
        TestTokens.staff("both", Roles.REGISTRAR)
            .within(TestPeople.ALCHEVSK_HROMADA, TestPeople.SIVERSKODONETSK_HROMADA)
            .token();
    Reviews.show(pair, both).statusCode(200);
    assertThat(
            as(both).queryParam("limit", 200).get(REVIEWS).jsonPath().<String>getList("items.id"))
        .contains(pair);
    Reviews.decide(pair, DIFFERENT, both).statusCode(200);
  }

  @Test
  void a_merged_record_belongs_to_the_survivors_territory() {
    var here = registered(woman());
    var there =
        registered(with(withoutNumber(), "/settlement", quoted(TestPeople.SIVERSKODONETSK)));
    Reviews.same(reviews.proposed(here, there), here).statusCode(200);

    RegistryApi.show(there, within(TestPeople.ALCHEVSK_HROMADA)).statusCode(200);
    RegistryApi.show(there, within(TestPeople.SIVERSKODONETSK_HROMADA)).statusCode(404);
    Reviews.unmerge(there, within(TestPeople.ALCHEVSK_HROMADA)).statusCode(404);
    Reviews.unmerge(there, within(TestPeople.SIVERSKODONETSK_HROMADA)).statusCode(404);
    Reviews.unmerge(there, within(TestPeople.LUHANSK_OBLAST)).statusCode(200);
    RegistryApi.show(there, within(TestPeople.SIVERSKODONETSK_HROMADA)).statusCode(200);
  }

  @Test
  void whoever_was_shown_or_decided_is_on_the_trail_of_both() {
    var one = registered(woman());
    var other = registered(withoutNumber());
    var pair = reviews.proposed(one, other);
    Reviews.show(pair, registrar()).statusCode(200);
    Reviews.same(pair, one).statusCode(200);
    Reviews.unmerge(other).statusCode(200);
    for (var resident : new String[] {one, other}) {
      assertThat(
              as(staff(Roles.AUDITOR))
                  .queryParam("residentId", resident)
                  .get("/api/registry/v1/audit")
                  .jsonPath()
                  .<String>getList("items.action"))
          .contains("registered", "read", "decided-same", "unmerged");
    }
  }

  private static String within(String territory) {
    return TestTokens.staff("registrar-" + territory, Roles.REGISTRAR).within(territory).token();
  }

  private static String quoted(String code) {
    return "\"" + code + "\"";
  }
}
