package ua.vidnova.payments.report;

import static io.restassured.RestAssured.given;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;

/** Files that partners send, and the instructions that they are about. */
public final class Reporting {

  public static final String IBAN = "UA213223130000026007233566001";

  public static final RestAssuredConfig AS_IT_IS =
      RestAssuredConfig.config()
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false));

  private Reporting() {}

  public static Response bankReports(String xml) {
    return send(Payments.oschadbank(), "application/xml", xml);
  }

  public static Response postReturns(String csv) {
    return send(Payments.ukrposhta(), "text/csv", csv);
  }

  public static Response send(String token, String type, String content) {
    return send(token, type, content.getBytes(StandardCharsets.UTF_8));
  }

  public static Response send(String token, String type, byte[] content) {
    return send(Payments.BASE + "reports", token, type, content);
  }

  public static Response send(String path, String token, String type, byte[] content) {
    return given().config(AS_IT_IS).auth().oauth2(token).contentType(type).body(content).post(path);
  }

  /** Instructions of this month to people with accounts, in one batch that the bank has taken. */
  public static List<Books.Entry> withTheBank(Books books, int people) {
    var persons =
        Stream.generate(() -> Person.anyone().unpaidSince(Payments.thisMonth().toString()))
            .limit(people)
            .toList();
    Payments.resumedByBank(persons, IBAN);
    return handedOver(books, persons, Payments.oschadbank());
  }

  /** The one instruction of this month to a person with an account, which the bank has taken. */
  public static Books.Entry withTheBank(Books books, Person person) {
    Payments.resumedByBank(person, IBAN);
    return handedOver(books, List.of(person), Payments.oschadbank()).getFirst();
  }

  /** The same by the post. */
  public static List<Books.Entry> withThePost(Books books, List<Person> persons) {
    Payments.resumed(persons);
    return handedOver(books, persons, Payments.ukrposhta());
  }

  private static List<Books.Entry> handedOver(Books books, List<Person> persons, String partner) {
    Payments.run(Payments.thisMonth());
    var entries =
        persons.stream()
            .flatMap(person -> books.instructionsOf(person.residentId()).stream())
            .toList();
    entries.stream()
        .map(Books.Entry::batchId)
        .distinct()
        .forEach(
            batch -> Payments.get(partner, "batches/" + batch + "/file").then().statusCode(200));
    return entries;
  }
}
