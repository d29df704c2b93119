package ua.vidnova.payments.application;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.EventSamples;
import ua.vidnova.chassis.testing.KafkaProbe;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

@QuarkusTest
@WithPlatform
class ApplicationResourceTest {

  private static final String TYPE = "ua.vidnova.registry.PensionApplicationSubmitted.v1";

  @Inject Books books;

  @Test
  void an_application_without_an_award_is_open_until_the_award_is_imported() {
    var person = Person.anyone();
    Told.identified(person);
    var application = applied(person, "2026-11-19");
    of(person)
        .body("items.caseId", contains(application))
        .body("items.state", contains("OPEN"))
        .body("items[0].submittedOn", equalTo("2026-11-19"))
        .body("items[0].settlement", equalTo(person.settlement()))
        .body("items[0].resumptionIds", empty());

    Payments.importLines(person.line()).then().statusCode(201);

    var resumption = Payments.awaitResumption(person.residentId());
    of(person)
        .body("items.state", contains("LINKED"))
        .body("items[0].resumptionIds", contains(resumption));
    Payments.get(Payments.officer(), "resumptions/" + resumption)
        .then()
        .body("appliedOn", equalTo("2026-11-19"));
  }

  @Test
  void an_application_is_linked_to_the_resumption_that_is_live() {
    var person = Person.anyone();
    var resumption = Payments.opened(person);
    applied(person, "2026-11-19");
    of(person).body("items[0].resumptionIds", contains(resumption));
    assertThat(Payments.awaitResumption(person.residentId())).isEqualTo(resumption);
  }

  @Test
  void whoever_was_refused_may_apply_anew() {
    var person = Person.anyone();
    var refused = Payments.opened(person);
    Payments.post(Payments.officer(), "resumptions/" + refused + "/refusal", Map.of("reason", "Ні"))
        .then()
        .statusCode(200);

    var application = applied(person, "2026-11-21");

    of(person)
        .body("items.caseId", contains(application))
        .body("items[0].state", equalTo("LINKED"));
    Payments.get(Payments.officer(), "resumptions?state=OPENED&residentId=" + person.residentId())
        .then()
        .body("items", hasSize(1))
        .body("items[0].appliedOn", equalTo("2026-11-21"));
  }

  @Test
  void the_same_application_twice_is_one() {
    var person = Person.anyone();
    Told.identified(person);
    var application = applied(person, "2026-11-19");
    tell(application, person, "2026-11-19");
    var last = applied(person, "2026-11-20");
    of(person).body("items.caseId", containsInAnyOrder(application, last));
  }

  @Test
  void an_application_of_someone_unknown_waits_for_their_registration() {
    var person = Person.anyone();
    var application = Ids.newId().toString();
    tell(application, person, "2026-11-19");
    Told.registered(person);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> of(person).body("items.caseId", contains(application)));
  }

  @Test
  void the_list_is_paged_and_narrowed() {
    var person = Person.anyone();
    Told.identified(person);
    var first = applied(person, "2026-11-18");
    var second = applied(person, "2026-11-19");
    var next =
        list("?limit=1&state=OPEN&residentId=" + person.residentId())
            .body("items.caseId", contains(first))
            .extract()
            .<String>path("next");
    list("?limit=1&state=OPEN&residentId=" + person.residentId() + "&after=" + next)
        .body("items.caseId", contains(second))
        .body("next", equalTo(null));
    list("?state=LINKED&residentId=" + person.residentId()).body("items", empty());
  }

  @Test
  void a_parameter_that_cannot_be_read_is_400() {
    for (var query : List.of("?state=open", "?residentId=x", "?limit=0", "?after=x")) {
      Payments.get(Payments.officer(), "applications" + query).then().statusCode(400);
    }
  }

  @Test
  void officers_approvers_and_auditors_read_the_own_territory() {
    var person = Person.anyone();
    Told.identified(person);
    applied(person, "2026-11-19");
    var query = "applications?residentId=" + person.residentId();
    for (var token : List.of(Payments.officer(), Payments.approver(), Payments.auditor())) {
      Payments.get(token, query).then().statusCode(200).body("items", hasSize(1));
    }
    var far = TestTokens.staff("far", Roles.PAYMENTS_OFFICER).within("UA44040010000091230").token();
    Payments.get(far, query).then().statusCode(200).body("items", empty());
    for (var role : List.of(Roles.REGISTRAR, Roles.MEDIC, Roles.COORDINATOR, Roles.ADMINISTRATOR)) {
      var token = TestTokens.staff("someone", role).within(Person.OBLAST).token();
      Payments.get(token, query).then().statusCode(403);
    }
    Payments.get(Payments.pensionFund(), query).then().statusCode(403);
    given().get(Payments.BASE + query).then().statusCode(401);
  }

  @Test
  void whoever_reads_an_application_is_noted() {
    var person = Person.anyone();
    Told.identified(person);
    applied(person, "2026-11-19");
    of(person);
    Payments.get(Payments.auditor(), "audit?residentId=" + person.residentId())
        .then()
        .body("items.findAll { it.objectType == 'pension-application' }.action", hasItem("read"))
        .body(
            "items.findAll { it.objectType == 'pension-application' }.action", hasItem("received"));
  }

  @Test
  void an_application_is_never_changed() {
    var person = Person.anyone();
    Told.identified(person);
    var application = UUID.fromString(applied(person, "2026-11-19"));
    for (var change :
        List.of(
            "update pension_application set submitted_on = '2020-01-01' where case_id = ?",
            "delete from pension_application where case_id = ?")) {
      assertThatThrownBy(() -> books.execute(change, application))
          .hasMessageContaining("never changed");
    }
  }

  private static String applied(Person person, String on) {
    var application = Ids.newId().toString();
    tell(application, person, on);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> of(person).body("items.caseId", hasItem(application)));
    return application;
  }

  private static void tell(String application, Person person, String on) {
    KafkaProbe.send(
        "registry.residents",
        person.residentId().toString(),
        TYPE,
        EventSamples.json("registry.residents", "PensionApplicationSubmitted.v1")
            .put("caseId", application)
            .put("residentId", person.residentId().toString())
            .put("submittedOn", on));
  }

  private static ValidatableResponse of(Person person) {
    return list("?residentId=" + person.residentId());
  }

  private static ValidatableResponse list(String query) {
    return Payments.get(Payments.officer(), "applications" + query).then().statusCode(200);
  }
}
