package ua.vidnova.payments.overlap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Cash;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

@QuarkusTest
@WithPlatform
class OverlapProposalResourceTest {

  @Inject Books books;

  @BeforeEach
  void liberated() {
    Told.settlement(Person.LIBERATED, "LIBERATED", Payments.today().minusDays(3));
    books.awaitLiberation(Person.LIBERATED);
  }

  @Test
  void what_one_person_proposes_is_held_until_another_decides() {
    var month = Payments.thisMonth();
    var held = month.minusMonths(1);
    var person = Person.anyone().unpaidSince(held.toString());
    Payments.resumed(person);
    Payments.run(month);
    var alone = Cash.both("alone-6");
    var body = Map.of("from", held.toString(), "to", held.toString(), "source", "Заява № 13");

    var proposal =
        Payments.post(alone, "awards/" + books.awardOf(person) + "/overlap", body)
            .then()
            .statusCode(201)
            .body("state", equalTo("PROPOSED"))
            .extract()
            .<String>path("id");
    Payments.post(alone, "overlaps/" + proposal + "/approval")
        .then()
        .statusCode(409)
        .body("code", equalTo("same-person"));
    propose(books.awardOf(person), body)
        .then()
        .statusCode(409)
        .body("code", equalTo("months-recorded"));
    Payments.get(Payments.approver(), "overlaps/proposed?limit=200")
        .then()
        .body("items.id", hasItem(proposal));
    Payments.run(month);
    assertThat(books.unitsOf(person.residentId()).values())
        .containsExactly("OUTSTANDING", "OUTSTANDING");
    assertThat(statesOf(person)).containsExactly("WITHDRAWN", "ISSUED");
    assertThat(
            books.rows(
                "select distinct h.reason from held_unit h join payable_unit u on u.id = h.unit_id"
                    + " where u.award_id = ?",
                books.awardOf(person)))
        .containsExactly(Map.of("reason", "OVERLAP_PROPOSED"));

    Payments.post(alone, "overlaps/" + proposal + "/refusal")
        .then()
        .statusCode(200)
        .body("state", equalTo("REFUSED"));
    Payments.post(Payments.approver(), "overlaps/" + proposal + "/approval")
        .then()
        .statusCode(409)
        .body("code", equalTo("not-now"))
        .body("state", equalTo("REFUSED"));
    Payments.run(month);
    assertThat(statesOf(person)).containsExactlyInAnyOrder("WITHDRAWN", "ISSUED", "ISSUED");
    Payments.assertBooksAgree();
  }

  @Test
  void the_database_takes_no_overlap_from_one_person() {
    var person = Person.anyone();
    Payments.resumed(person);
    assertThatThrownBy(
            () ->
                books.execute(
                    "insert into overlap (id, award_id, from_month, source, recorded_by,"
                        + " recorded_at, approved_by) values (uuidv7(), ?, '2025-01-01', 'x',"
                        + " 'officer-1', now(), 'approver-1')",
                    books.awardOf(person)))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("was not proposed by one person and approved by another");
    propose(books.awardOf(person), Map.of("from", "2025-01", "source", "x")).then().statusCode(201);
    assertThatThrownBy(
            () ->
                books.execute(
                    "update overlap_proposal set state = 'APPROVED', decided_by = proposed_by,"
                        + " decided_at = now() where award_id = ?",
                    books.awardOf(person)))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("two_people_take_months_away");
  }

  private List<String> statesOf(Person person) {
    return books.instructionsOf(person.residentId()).stream().map(Books.Entry::state).toList();
  }

  private static Response propose(UUID award, Map<String, ?> body) {
    return Payments.post(Payments.officer(), "awards/" + award + "/overlap", body);
  }
}
