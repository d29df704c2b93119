package ua.vidnova.payments.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.localstack.demo.AwardLine;
import ua.vidnova.localstack.demo.InventedPeople;
import ua.vidnova.localstack.partners.Fault;
import ua.vidnova.localstack.partners.PartnerMessage;
import ua.vidnova.localstack.partners.PlayedBank;
import ua.vidnova.localstack.partners.PlayedFund;
import ua.vidnova.localstack.partners.PlayedPartner;
import ua.vidnova.localstack.partners.PlayedPost;
import ua.vidnova.localstack.partners.PlayedTill;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Cash;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;
import ua.vidnova.payments.support.Told;

/** The partners of the local stack, with everything that can go wrong there. */
@QuarkusTest
@WithPlatform
class PlayedPartnersTest {

  private static final long SEED = 20_261_122;

  @Inject Books books;
  @Inject Cash cash;

  @BeforeEach
  void liberate() {
    Told.settlement(Person.LIBERATED, "LIBERATED", Payments.today().minusDays(3));
    books.awaitLiberation(Person.LIBERATED);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void the_bank_reports_and_what_it_does_not_tell_stays_open(Fault fault) {
    var batch = Reporting.withTheBank(books, 4).getFirst().batchId();

    play(new PlayedBank(fortunes(fault), Payments.today()), Payments.oschadbank(), batch, fault);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void the_post_returns_its_list_and_what_it_does_not_tell_stays_open(Fault fault) {
    var persons =
        IntStream.range(0, 4)
            .mapToObj(any -> Person.anyone().unpaidSince(Payments.thisMonth().toString()))
            .toList();
    var batch = Reporting.withThePost(books, persons).getFirst().batchId();

    play(new PlayedPost(fortunes(fault), Payments.today()), Payments.ukrposhta(), batch, fault);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void the_till_pays_against_codes_and_what_it_does_not_tell_stays_open(Fault fault)
      throws SQLException {
    var settlement = cash.settlement();
    cash.till(settlement, null);
    var month = Payments.thisMonth().toString();
    var people = Stream.generate(() -> Cash.atTheTill(settlement, month)).limit(4).toList();
    Payments.run(Payments.thisMonth());
    var batch = books.instructionsOf(people.getFirst().residentId()).getFirst().batchId();
    var shop = Cash.shops();
    Payments.get(shop, "batches/" + batch + "/file").then().statusCode(200);
    var codes = new HashMap<String, String>();
    for (var person : people) {
      Payments.get(Payments.officer(), "residents/" + person.residentId() + "/vouchers")
          .jsonPath()
          .<Map<String, String>>getList("items")
          .forEach(voucher -> codes.put(voucher.get("instructionId"), voucher.get("code")));
    }

    play(new PlayedTill(fortunes(fault), Payments.today(), codes::get), shop, batch, fault);
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void the_fund_brings_awards_and_each_told_one_is_there_once_as_it_was_told_first(Fault fault) {
    var awards = AwardLine.invented(new InventedPeople(fortunes(fault)), 10);
    var files = PlayedFund.list(awards, fault);

    var answers = files.stream().map(file -> Payments.importFile(file.text())).toList();

    var whole = fault == Fault.GARBAGE ? answers.subList(1, answers.size()) : answers;
    assertThat(whole).extracting(Response::statusCode).isSubsetOf(200, 201);
    assertThat(whole)
        .flatExtracting(one -> one.jsonPath().getList("refusedLines.code"))
        .isEqualTo(fault == Fault.AMOUNT ? List.of("award-differs") : List.of());
    var told =
        switch (fault) {
          case LATE, PARTIAL -> 5;
          default -> 10;
        };
    assertThat(awards.stream().filter(this::isThere)).hasSize(told);
  }

  private boolean isThere(AwardLine award) {
    return books.count(
            "select count(*) as count from award where rnokpp = ? and monthly_amount_minor = ?",
            award.owner().rnokpp(),
            award.monthlyMinor())
        == 1;
  }

  private void play(PlayedPartner partner, String token, String batch, Fault fault) {
    var issued = issued(batch);
    var file = Payments.get(token, "batches/" + batch + "/file").asByteArray();
    var messages = partner.answer(batch, file, fault);

    var statuses =
        messages.stream()
            .map(
                one ->
                    Reporting.send(
                            partner.reportsTo(batch), token, one.contentType(), one.content())
                        .statusCode())
            .toList();

    if (fault == Fault.GARBAGE && !messages.getFirst().contentType().equals("text/csv")) {
      assertThat(statuses.getFirst()).isEqualTo(400);
      assertThat(statuses.subList(1, statuses.size())).isSubsetOf(200, 201);
    } else {
      assertThat(statuses).isSubsetOf(200, 201);
    }
    var whole = fault == Fault.GARBAGE ? messages.subList(1, messages.size()) : messages;
    var told = whole.stream().map(PartnerMessage::text).distinct().toList();
    assertThat(issued(batch)).isEqualTo(issued - told.stream().mapToLong(this::finals).sum());
  }

  /** Of its own for each fault, since message ids come of it too. */
  private static Random fortunes(Fault fault) {
    return new Random(SEED + fault.name().hashCode());
  }

  /** Lines that tell how it ended, with the amount that was sent. */
  private long finals(String message) {
    if (message.startsWith("{")) {
      return occurrences(message, "instructionId") - occurrences(message, "\"amountMinor\":1[,}]");
    }
    var all =
        message.startsWith("<")
            ? occurrences(message, "RJCT") + occurrences(message, "<Ntry>")
            : message.lines().count() - 1;
    return all - Math.min(1, occurrences(message, ">0.01<") + occurrences(message, ",0.01"));
  }

  private static long occurrences(String text, String part) {
    return text.split(part, -1).length - 1L;
  }

  private long issued(String batch) {
    return books.count(
        "select count(*) as count from instruction where batch_id = ? and state = 'ISSUED'",
        UUID.fromString(batch));
  }
}
