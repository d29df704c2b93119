package ua.vidnova.payments.aidlist;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Aid;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

@QuarkusTest
@WithPlatform
class WatchAidListsTest {

  @Inject Books books;
  @Inject Aid aid;
  @Inject WatchAidLists watch;
  @Inject MeterRegistry meters;

  @Test
  void a_list_is_counted_with_its_age_until_it_is_approved() throws SQLException {
    Told.settlement(Person.LIBERATED, "LIBERATED", Payments.today().minusDays(3));
    books.awaitLiberation(Person.LIBERATED);
    watch.count();
    var before = gauge("vidnova.aid.lists.waiting");
    var person = aid.known(Person.anyone());
    var list =
        Aid.list(
                Person.LIBERATED, "rnokpp,residentId,category,papers", person.rnokpp() + ",,OTHER,")
            .then()
            .statusCode(201)
            .extract()
            .<String>path("id");
    books.execute(
        "update aid_list set proposed_at = now() - interval '400 days' where id = ?",
        UUID.fromString(list));

    watch.count();
    assertThat(gauge("vidnova.aid.lists.waiting")).isEqualTo(before + 1);
    assertThat(gauge("vidnova.aid.lists.waiting.days")).isGreaterThanOrEqualTo(399);

    Payments.post(Payments.approver(), "aid-lists/" + list + "/approval").then().statusCode(200);
    watch.count();
    assertThat(gauge("vidnova.aid.lists.waiting")).isEqualTo(before);
    assertThat(gauge("vidnova.aid.lists.waiting.days")).isLessThan(399);
  }

  private double gauge(String name) {
    return meters.get(name).gauge().value();
  }
}
