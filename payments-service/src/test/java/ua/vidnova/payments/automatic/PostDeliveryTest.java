package ua.vidnova.payments.automatic;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Cash;
import ua.vidnova.payments.support.Payments;

@QuarkusTest
@WithPlatform
class PostDeliveryTest {

  private static final LocalDate TODAY = Payments.today();

  @Inject Books books;
  @Inject Cash cash;
  @Inject PostDelivery delivery;

  /** Dates are told as days from today. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          an office on any day          | POST        | WORKING | {}  |        | yes
          an office that is out         | POST        | OUT     | {}  |        | no
          a vehicle every Tuesday       | MOBILE_POST | WORKING | {2} |        | yes
          a vehicle that comes today    | MOBILE_POST | LIMITED | {}  | 0      | yes
          a vehicle that will come      | MOBILE_POST | WORKING | {}  | -20 9  | yes
          a vehicle that came yesterday | MOBILE_POST | WORKING | {}  | -1     | no
          a vehicle that came at times  | MOBILE_POST | WORKING | {}  | -20 -9 | no
          past days beside a weekday    | MOBILE_POST | WORKING | {5} | -9     | yes
          a till                        | TILL        | WORKING | {}  |        | no
          """)
  void the_post_delivers_where_it_still_comes(
      String what, String kind, String state, String weekdays, String days, String delivers)
      throws SQLException {
    var settlement = liberatedWithoutPost();
    books.execute(
        "with c as (insert into cash_point (id, operator, kind, name, home_settlement, state, since,"
            + " told_at) values (uuidv7(), ?, ?, 'Вигадане місце', ?, ?, ?, now()) returning id)"
            + " insert into cash_point_service (cash_point_id, settlement, weekdays, dates)"
            + " select id, ?, ?::smallint[], ?::date[] from c",
        Payments.UKRPOSHTA,
        kind,
        settlement,
        state,
        TODAY.minusDays(30),
        settlement,
        weekdays,
        dates(days));

    assertThat(delivery.since(List.of(settlement), TODAY).containsKey(settlement))
        .isEqualTo(delivers.equals("yes"));
  }

  private String liberatedWithoutPost() throws SQLException {
    var settlement = cash.settlement();
    books.execute("delete from cash_point_service where settlement = ?", settlement);
    return settlement;
  }

  private static String dates(String days) {
    if (days == null) {
      return "{}";
    }
    var dates =
        List.of(days.split(" ", -1)).stream()
            .map(day -> TODAY.plusDays(Long.parseLong(day)).toString())
            .toList();
    return "{" + String.join(",", dates) + "}";
  }
}
