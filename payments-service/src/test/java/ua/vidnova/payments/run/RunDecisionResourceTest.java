package ua.vidnova.payments.run;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.KafkaProbe;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

/** Two people decide about a run; every refusal has its code. */
@QuarkusTest
@WithPlatform
class RunDecisionResourceTest {

  private static final Map<String, String> WHY = Map.of("reason", "Сума завелика.");

  @Inject Books books;

  @BeforeEach
  void liberate() {
    Told.settlement(Person.LIBERATED, "LIBERATED", Payments.today().minusDays(3));
    books.awaitLiberation(Person.LIBERATED);
  }

  @Test
  void who_proposes_cannot_approve() {
    var both =
        TestTokens.staff("both-1", Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER)
            .within(Person.OBLAST)
            .token();
    var run =
        Payments.post(both, "runs", Map.of("period", Payments.thisMonth().toString()))
            .jsonPath()
            .getString("id");

    Payments.post(both, "runs/" + run + "/approval")
        .then()
        .statusCode(409)
        .body("code", equalTo("same-person"));

    end(run, "refusal").then().statusCode(200).body("state", equalTo("REFUSED"));
  }

  @Test
  void a_refused_run_sends_nothing_and_is_not_decided_again() {
    var person = Person.anyone();
    Payments.resumed(person);
    var run = proposed();

    end(run, "refusal").then().statusCode(200).body("endReason", equalTo(WHY.get("reason")));

    notNow(Payments.approve(run), "REFUSED");
    notNow(end(run, "refusal"), "REFUSED");
    notNow(end(run, "cancellation"), "REFUSED");
    assertThat(books.instructionsOf(person.residentId())).isEmpty();
  }

  @Test
  void an_executed_run_is_neither_approved_nor_refused() {
    var run = Payments.run(Payments.thisMonth()).jsonPath().getString("id");

    notNow(Payments.approve(run), "EXECUTED");
    notNow(end(run, "refusal"), "EXECUTED");
  }

  @Test
  void what_the_approver_has_not_read_is_not_approved() {
    var run = proposed();
    for (var tag : List.of("\"7\"", "nonsense")) {
      given()
          .auth()
          .oauth2(Payments.approver())
          .header("If-Match", tag)
          .post(Payments.BASE + "runs/" + run + "/approval")
          .then()
          .statusCode(412);
    }

    var read = Payments.get(Payments.approver(), "runs/" + run).header("ETag");
    given()
        .auth()
        .oauth2(Payments.approver())
        .header("If-Match", read)
        .post(Payments.BASE + "runs/" + run + "/approval")
        .then()
        .statusCode(200);
    Payments.awaitExecuted(run);
  }

  @Test
  void cancelling_a_proposal_leaves_nothing() {
    var run = proposed();

    end(run, "cancellation")
        .then()
        .statusCode(200)
        .body("state", equalTo("CANCELLED"))
        .body("batches", empty());
  }

  @Test
  void cancelling_before_the_hand_over_withdraws_and_the_next_run_pays() {
    var person = Person.anyone();
    Payments.resumed(person);
    var run = Payments.run(Payments.thisMonth()).jsonPath().getString("id");
    var issued = books.instructionsOf(person.residentId());

    end(run, "cancellation")
        .then()
        .statusCode(200)
        .body("state", equalTo("CANCELLED"))
        .body("instructions", equalTo(0));

    assertThat(books.instructionsOf(person.residentId()))
        .extracting(Books.Entry::state)
        .containsOnly("WITHDRAWN");
    KafkaProbe.await(
        "payments.instructions",
        "ua.vidnova.payments.InstructionCancelled.v1",
        data ->
            data.path("instructionId").asText().equals(issued.getFirst().instructionId())
                && data.path("runId").asText().equals(run));
    KafkaProbe.await(
        "payments.runs",
        "ua.vidnova.payments.RunCancelled.v1",
        data -> data.path("runId").asText().equals(run));
    Payments.get(Payments.ukrposhta(), "batches/" + issued.getFirst().batchId() + "/file")
        .then()
        .statusCode(409)
        .body("code", equalTo("nothing-to-pay"));

    Payments.run(Payments.thisMonth());
    assertThat(books.instructionsOf(person.residentId()))
        .filteredOn(one -> one.state().equals("ISSUED"))
        .hasSameSizeAs(issued);
  }

  @Test
  void a_run_of_which_a_batch_has_left_is_not_cancelled() {
    var person = Person.anyone();
    Payments.resumed(person);
    var run = Payments.run(Payments.thisMonth()).jsonPath().getString("id");
    var batch = books.instructionsOf(person.residentId()).getFirst().batchId();
    Payments.get(Payments.ukrposhta(), "batches/" + batch + "/file").then().statusCode(200);

    end(run, "cancellation").then().statusCode(409).body("code", equalTo("handed-over"));

    assertThat(books.instructionsOf(person.residentId()))
        .extracting(Books.Entry::state)
        .containsOnly("ISSUED");
  }

  @Test
  void a_batch_is_not_taken_while_its_run_is_under_way() throws Exception {
    var person = Person.anyone();
    Payments.resumed(person);
    Payments.run(Payments.thisMonth());
    var batch = UUID.randomUUID();
    books.execute(
        "insert into batch (id, run_id, partner, channel, part, state, instruction_count,"
            + " total_minor, created_at) select ?, run_id, partner, channel, 9, 'ASSEMBLING', 0, 0,"
            + " now() from batch where id = ?::uuid",
        batch,
        books.instructionsOf(person.residentId()).getFirst().batchId());

    Payments.get(Payments.ukrposhta(), "batches/" + batch + "/file")
        .then()
        .statusCode(409)
        .body("code", equalTo("not-ready"));

    books.execute("update batch set state = 'WITHDRAWN' where id = ?", batch);
  }

  @Test
  void a_reason_is_needed_and_what_is_not_there_is_not_found() {
    var nowhere = UUID.randomUUID().toString();
    for (var step : List.of("refusal", "cancellation")) {
      Payments.post(Payments.officer(), "runs/" + nowhere + "/" + step, Map.of("reason", " "))
          .then()
          .statusCode(422)
          .body("errors[0].field", equalTo("reason"));
      end(nowhere, step).then().statusCode(404);
    }
    Payments.approve(nowhere).then().statusCode(404);
  }

  @Test
  void only_approvers_approve_and_only_the_two_of_them_end() {
    var run = proposed();
    var strangers =
        List.of(
            Payments.auditor(),
            Payments.ukrposhta(),
            TestTokens.staff("registrar-1", Roles.REGISTRAR).token());
    Payments.post(Payments.officer(), "runs/" + run + "/approval").then().statusCode(403);
    for (var token : strangers) {
      Payments.post(token, "runs/" + run + "/approval").then().statusCode(403);
      Payments.post(token, "runs/" + run + "/refusal", WHY).then().statusCode(403);
      Payments.post(token, "runs/" + run + "/cancellation", WHY).then().statusCode(403);
    }
    given().post(Payments.BASE + "runs/" + run + "/approval").then().statusCode(401);
    end(run, "refusal").then().statusCode(200);
  }

  private static String proposed() {
    return Payments.propose(Payments.thisMonth())
        .then()
        .statusCode(201)
        .extract()
        .jsonPath()
        .getString("id");
  }

  private static Response end(String run, String step) {
    return Payments.post(Payments.officer(), "runs/" + run + "/" + step, WHY);
  }

  private static void notNow(Response answer, String state) {
    answer.then().statusCode(409).body("code", equalTo("not-now")).body("state", equalTo(state));
  }
}
