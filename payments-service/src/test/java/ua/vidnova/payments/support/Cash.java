package ua.vidnova.payments.support;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.contracts.reference.Territory;

/** Delegated officials and their lists, each in a settlement where nobody else is met. */
@ApplicationScoped
public class Cash {

  private static final Iterator<String> SETTLEMENTS = settlements();

  @Inject Books books;

  private static Iterator<String> settlements() {
    var map = Territories.ukraine();
    return map.all()
        .filter(Territory::isSettlement)
        .map(Territory::code)
        .filter(code -> map.isWithin(code, Person.OBLAST))
        .filter(code -> !code.equals(Person.LIBERATED) && !code.equals(Person.OCCUPIED))
        .sorted(Comparator.reverseOrder())
        .iterator();
  }

  /** ЄДРПОУ of a chain of shops. */
  public static final String SHOPS = "32855961";

  /**
   * A till of the shops that serves a settlement.
   *
   * @param dailyFloatMinor kopiykas; null when it is not known
   * @param dates on which it is there; none for any day
   */
  public void till(String settlement, Long dailyFloatMinor, LocalDate... dates)
      throws SQLException {
    books.execute(
        "insert into partner (edrpou, channel, name, file_format, payer_edrpou, payer_name,"
            + " lines_max, active) values (?, 'TILL', 'Крамниці', 'VOUCHER_LIST', '00035323',"
            + " 'Пенсійний фонд України', 1000, true) on conflict do nothing",
        SHOPS);
    books.execute(
        "with c as (insert into cash_point (id, operator, kind, name, home_settlement,"
            + " daily_float_minor, state, since, told_at) values (uuidv7(), ?, 'TILL',"
            + " 'Крамниця № 1', ?, ?, 'WORKING', current_date, now()) returning id)"
            + " insert into cash_point_service (cash_point_id, settlement, dates)"
            + " select id, ?, ?::date[] from c",
        SHOPS,
        settlement,
        dailyFloatMinor,
        settlement,
        "{" + String.join(",", Stream.of(dates).map(LocalDate::toString).toList()) + "}");
  }

  /** Somebody of a settlement whose payment was resumed and who asked to be paid at the till. */
  public static Person atTheTill(String settlement, String unpaidSince) {
    var person = Person.anyone().livingIn(settlement).unpaidSince(unpaidSince);
    Payments.resumed(person);
    prefer(person.residentId(), "TILL").then().statusCode(201);
    return person;
  }

  public static String shops() {
    return Payments.partner("shops", SHOPS);
  }

  /** A list that was not handed over yet. */
  public record Listed(String settlement, String delegation, String batch, long totalMinor) {}

  /** A liberated settlement of its own. */
  public String settlement() {
    var code = SETTLEMENTS.next();
    Told.settlement(code, "LIBERATED", Payments.today().minusDays(3));
    books.awaitLiberation(code);
    return code;
  }

  public static Map<String, Object> delegation(String settlement) {
    var request = new HashMap<String, Object>();
    request.put("settlement", settlement);
    request.put("reach", "ON_REQUEST");
    request.put("office", "STAROSTA");
    request.put("officialName", "Вигадана Уповноважена");
    request.put("organisation", "04335648");
    request.put("act", "Розпорядження від 20.11.2026 № 145");
    request.put("validFrom", Payments.today().minusDays(3).toString());
    request.put("validTo", Payments.today().plusMonths(6).toString());
    return request;
  }

  /** An official who was proposed and approved. */
  public static String delegated(String settlement) {
    var proposal = Payments.post(Payments.officer(), "delegations", delegation(settlement));
    assertThat(proposal.statusCode()).as(proposal.asString()).isEqualTo(201);
    var id = proposal.jsonPath().getString("id");
    Payments.post(Payments.approver(), "delegations/" + id + "/approval").then().statusCode(200);
    return id;
  }

  /** People who asked an official for their cash, and the list that a run made. */
  public Listed listed(Person... people) {
    var settlement = people[0].settlement();
    var delegation = delegated(settlement);
    for (var person : people) {
      Payments.resumed(person);
      prefer(person.residentId(), "DELEGATE").then().statusCode(201);
    }
    Payments.run(Payments.thisMonth());
    var batches =
        Stream.of(people)
            .flatMap(person -> books.instructionsOf(person.residentId()).stream())
            .map(Books.Entry::batchId)
            .distinct()
            .toList();
    assertThat(batches).hasSize(1);
    return new Listed(
        settlement,
        delegation,
        batches.getFirst(),
        books.count(
            "select total_minor as count from batch where id = ?",
            UUID.fromString(batches.getFirst())));
  }

  public static Response prefer(UUID residentId, String channel) {
    return put(
        Payments.officer(),
        "residents/" + residentId + "/payment-preference",
        Map.of("channel", channel, "statedOn", Payments.today().toString()));
  }

  /** Another person reads a proposed account too. */
  public static Response confirmAccount(String token, UUID residentId, String iban) {
    return Payments.post(
        token,
        "residents/" + residentId + "/payment-preference/confirmation",
        Map.of("iban", iban));
  }

  public List<String> instructionsOf(Person person) {
    return books.instructionsOf(person.residentId()).stream()
        .map(Books.Entry::instructionId)
        .toList();
  }

  public List<String> statesOf(Person person) {
    return books.instructionsOf(person.residentId()).stream()
        .map(Books.Entry::state)
        .distinct()
        .toList();
  }

  public long sumOf(Person person) {
    return books.count(
        "select sum(u.amount_minor) as count from payable_unit u"
            + " join award a on a.id = u.award_id where a.resident_id = ?"
            + " and exists (select from instruction i where i.unit_id = u.id)",
        person.residentId());
  }

  // steps of a collection

  public static Response count(Listed list, long minor) {
    return put(Payments.officer(), "cash-collections/" + list.batch(), Map.of("takenMinor", minor));
  }

  public static Response confirm(Listed list, long minor) {
    return Payments.post(
        Payments.approver(),
        "cash-collections/" + list.batch() + "/confirmation",
        Map.of("takenMinor", minor));
  }

  /** Counted by two people. */
  public static void taken(Listed list, long minor) {
    count(list, minor).then().statusCode(200);
    confirm(list, minor).then().statusCode(200);
  }

  public static Map<String, Object> receipt(List<String> instructions) {
    return Map.of(
        "instructionIds",
        instructions,
        "handedOutOn",
        Payments.today().toString(),
        "witness",
        "SOCIAL_WORKER");
  }

  public static Response handOut(Listed list, String number, Map<String, ?> receipt) {
    return put(
        Payments.officer(), "cash-collections/" + list.batch() + "/receipts/" + number, receipt);
  }

  public static Response close(Listed list, long returnedMinor) {
    return close(Payments.approver(), list, returnedMinor, Payments.today().toString());
  }

  public static Response close(String token, Listed list, long returnedMinor, String day) {
    return Payments.post(
        token,
        "cash-collections/" + list.batch() + "/closing",
        Map.of("returnedMinor", returnedMinor, "returnedOn", day));
  }

  public static Response put(String token, String path, Object body) {
    return given()
        .auth()
        .oauth2(token)
        .contentType("application/json")
        .body(body)
        .put(Payments.BASE + path);
  }

  /** Somebody with both roles. */
  public static String both(String name) {
    return TestTokens.staff(name, Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER)
        .within(Person.OBLAST)
        .token();
  }

  /** Somebody of the role whose territory is another hromada. */
  public static String farAway(String role) {
    return TestTokens.staff("far-away", role).within("UA44040010000091230").token();
  }
}
