package ua.vidnova.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.batch.files.Pain001;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Cash;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

/** One settlement's pensions, from the Pension Fund's list to the last report. */
@QuarkusTest
@WithPlatform
class JourneyTest {
  private static final String IBAN = "UA213223130000026007233566001";

  private static final String SETTLEMENT = "UA44040010030026002";

  @Inject Books books;

  private final String monthBefore = Payments.thisMonth().minusMonths(1).toString();
  private final Person hanna = Person.anyone().livingIn(SETTLEMENT).unpaidSince(monthBefore);
  private final Person maria = Person.anyone().livingIn(SETTLEMENT).unpaidSince(monthBefore);
  private final Person olena = Person.anyone().livingIn(SETTLEMENT).unpaidSince(monthBefore);

  @Test
  void a_settlement_is_liberated_and_its_pensions_are_paid() throws Exception {
    thePensionFundSendsItsList();
    theRegistrarMeetsThePeople();
    twoPeopleDecide();
    aRunHoldsThePostBackUntilTheSettlementIsLiberated();
    thePostAndTheBankTakeTheirBatches();
    olenaDiesBeforeTheNextRun();
    whatWasNotCollectedIsOnTheNextList();
    theAuditorSeesTheTrailAndItHolds();
    theLedgerIsIntact();
  }

  private void thePensionFundSendsItsList() {
    var mistyped = Person.anyone().line().replaceFirst("\\d{10}", "1234567890");
    Payments.importLines(hanna.line(), mistyped, maria.line(), olena.line())
        .then()
        .statusCode(201)
        .body("accepted", equalTo(3))
        .body("refusedLines.line", equalTo(List.of(3)))
        .body("refusedLines.code", equalTo(List.of("checksum")));
  }

  private void theRegistrarMeetsThePeople() {
    Told.registered(hanna);
    Told.identified(hanna);
    Told.identified(maria, Told.byBank(IBAN));
    Told.identified(olena, identity -> identity.remove("noRussianPensionDeclaredOn"));
  }

  private void twoPeopleDecide() {
    decide(hanna);
    decide(maria);
    Cash.confirmAccount(Payments.approver(), maria.residentId(), IBAN).then().statusCode(200);

    var olenas = Payments.awaitResumption(olena.residentId());
    Payments.post(Payments.officer(), "resumptions/" + olenas + "/proposal")
        .then()
        .statusCode(409)
        .body("openConditions.code", hasItem("DECLARATION_MISSING"));
    Told.identified(olena);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                Payments.get(Payments.officer(), "resumptions/" + olenas)
                    .jsonPath()
                    .getList("openConditions")
                    .isEmpty());
    decide(olena);
  }

  private static void decide(Person person) {
    var resumption = Payments.awaitResumption(person.residentId());
    Payments.post(Payments.officer(), "resumptions/" + resumption + "/proposal")
        .then()
        .statusCode(200)
        .body("arrears.payableMinor", equalTo(346_025));
    Payments.post(Payments.approver(), "resumptions/" + resumption + "/approval")
        .then()
        .statusCode(200)
        .body("state", equalTo("APPROVED"));
  }

  private void aRunHoldsThePostBackUntilTheSettlementIsLiberated() {
    Payments.run(Payments.thisMonth())
        .then()
        .body("held.reason", hasItem("SETTLEMENT_NOT_LIBERATED"));
    assertThat(books.instructionsOf(hanna.residentId())).isEmpty();
    assertThat(books.instructionsOf(maria.residentId())).hasSize(2);

    Told.settlement(SETTLEMENT, "LIBERATED", Payments.today());
    books.awaitLiberation(SETTLEMENT);
    Payments.run(Payments.thisMonth());
    assertThat(books.instructionsOf(hanna.residentId())).hasSize(2);
    assertThat(books.instructionsOf(olena.residentId())).hasSize(2);

    Payments.run(Payments.thisMonth()).then().body("instructions", equalTo(0));
  }

  private void thePostAndTheBankTakeTheirBatches() throws Exception {
    var posts = books.instructionsOf(hanna.residentId()).getFirst();
    var banks = books.instructionsOf(maria.residentId()).getFirst();
    Payments.get(Payments.oschadbank(), "batches/" + posts.batchId() + "/file")
        .then()
        .statusCode(404);

    var list = Payments.get(Payments.ukrposhta(), "batches/" + posts.batchId() + "/file");
    assertThat(list.asString()).contains(posts.instructionId(), hanna.rnokpp());
    var transfers = Payments.get(Payments.oschadbank(), "batches/" + banks.batchId() + "/file");
    Pain001.validate(new String(transfers.asByteArray(), StandardCharsets.UTF_8));

    for (var entry : books.instructionsOf(maria.residentId())) {
      report(Payments.oschadbank(), entry, "PAID");
    }
    report(Payments.ukrposhta(), books.instructionsOf(hanna.residentId()).getFirst(), "PAID");
    report(
        Payments.ukrposhta(), books.instructionsOf(hanna.residentId()).getLast(), "NOT_COLLECTED");
    assertThat(books.unitsOf(maria.residentId()).values()).containsOnly("PAID");
    assertThat(books.unitsOf(hanna.residentId()).values()).containsExactly("PAID", "OUTSTANDING");
  }

  private static void report(String token, Books.Entry entry, String outcome) {
    Payments.report(
            token, entry.batchId(), List.of(Payments.outcome(entry.instructionId(), outcome)))
        .then()
        .statusCode(200)
        .body("accepted", equalTo(1));
  }

  private void olenaDiesBeforeTheNextRun() {
    Told.died(olena.residentId(), Payments.today());
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> books.awardStateOf(olena), "STOPPED"::equals);
  }

  private void whatWasNotCollectedIsOnTheNextList() {
    var nextMonth = Payments.thisMonth().plusMonths(1);
    Payments.run(nextMonth);

    assertThat(books.instructionsOf(hanna.residentId()))
        .extracting(Books.Entry::state)
        .containsExactly("PAID", "NOT_COLLECTED", "ISSUED", "ISSUED");
    assertThat(books.instructionsOf(maria.residentId()))
        .extracting(Books.Entry::month)
        .contains(nextMonth.toString());
    assertThat(books.instructionsOf(olena.residentId()))
        .extracting(Books.Entry::month)
        .doesNotContain(nextMonth.toString());
  }

  private static void theLedgerIsIntact() {
    Payments.get(Payments.auditor(), "ledger/verification")
        .then()
        .statusCode(200)
        .body("intact", equalTo(true));
  }

  private void theAuditorSeesTheTrailAndItHolds() {
    Payments.get(Payments.auditor(), "audit?residentId=" + hanna.residentId())
        .then()
        .statusCode(200)
        .body("items.action", hasItem("proposed"))
        .body("items.action", hasItem("approved"));
    Payments.get(Payments.auditor(), "audit/verification")
        .then()
        .statusCode(200)
        .body("whole", equalTo(true));
  }
}
