package ua.vidnova.registry.registration;

import static ua.vidnova.registry.TestPeople.with;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import ua.vidnova.contracts.identifiers.Rnokpp;
import ua.vidnova.registry.TestPeople;

/**
 * Every reason for which a registration is not acceptable: what is changed in a good one, and the
 * field and code that say so. The rules are tested with them, and so is the door.
 */
final class Refusals {

  private Refusals() {}

  private record Case(String pointer, String value, String field, String code) {

    ObjectNode body() {
      return with(TestPeople.woman(), pointer, value);
    }
  }

  static Stream<Arguments> all() {
    return Stream.of(names(), dates(), numbers(), documents(), places())
        .flatMap(cases -> cases)
        .map(c -> Arguments.of(c.pointer() + " = " + c.value(), c.body(), c.field(), c.code()));
  }

  private static Stream<Case> names() {
    return Stream.of(
        new Case("/name/family", "\"Шевchenko\"", "name.family", "mixed-script"),
        new Case("/name/given", "\"Anna\"", "name.given", "mixed-script"),
        new Case("/name/family", "\"Рыжков\"", "name.family", "letters"),
        new Case("/name/family", "\"Шевченко2\"", "name.family", "letters"),
        new Case("/name/family", "\"-Шевченко\"", "name.family", "letters"),
        new Case("/name/family", "\"Шев\\u0007ченко\"", "name.family", "letters"),
        new Case("/name/family", "\"Шев\\u202Eченко\"", "name.family", "letters"),
        new Case("/name/family", "\"\"", "name.family", "letters"),
        new Case("/name/patronymic", "\"   \"", "name.patronymic", "letters"),
        new Case("/name/family", '"' + "ш".repeat(101) + '"', "name.family", "too-long"));
  }

  private static Stream<Case> dates() {
    return Stream.of(
        new Case("/id", "\"550e8400-e29b-41d4-a716-446655440000\"", "id", "not-uuidv7"),
        new Case("/birthDate", "\"2100-01-01\"", "birthDate", "future"),
        new Case("/birthDate", "\"1899-12-31\"", "birthDate", "before-1900"),
        new Case("/identifiedOn", "\"2100-01-01\"", "identifiedOn", "future"),
        new Case("/identifiedOn", "\"1951-04-16\"", "identifiedOn", "before-birth"),
        new Case(
            "/noRussianPension/declaredOn",
            "\"2100-01-01\"",
            "noRussianPension.declaredOn",
            "future"),
        new Case(
            "/noRussianPension/declaredOn",
            "\"1950-01-01\"",
            "noRussianPension.declaredOn",
            "before-birth"),
        new Case("/deviceTime", "\"2101-01-01T00:00:00Z\"", "deviceTime", "out-of-range"),
        new Case("/deviceTime", "\"1969-12-31T23:59:59Z\"", "deviceTime", "out-of-range"));
  }

  private static Stream<Case> numbers() {
    var anotherDay = Rnokpp.of(TestPeople.BIRTH.plusDays(1), 7, false);
    var man = Rnokpp.of(TestPeople.BIRTH, 7, true);
    return Stream.of(
        new Case("/rnokpp", "", "rnokpp", "required"),
        new Case("/rnokpp", "\"12345\"", "rnokpp", "format"),
        new Case("/rnokpp", "\"١٨٧٣٤١٢٣٤٢\"", "rnokpp", "format"),
        new Case("/rnokpp", "\"1759013770\"", "rnokpp", "checksum"),
        new Case("/rnokpp", '"' + anotherDay + '"', "rnokpp", "birth-date-disagrees"),
        new Case("/rnokpp", '"' + man + '"', "rnokpp", "sex-disagrees"),
        new Case("/rnokppAbsence", "\"LOST\"", "rnokppAbsence", "contradicts"),
        new Case("/phone", "\"0500000001\"", "phone", "phone"),
        new Case("/phone", "\"+380000000000\"", "phone", "phone"),
        new Case("/phone", "\"+7916123456\"", "phone", "phone"),
        new Case(
            "/paymentChannel/iban",
            "\"UA293004650000026200000000000\"",
            "paymentChannel.iban",
            "iban"),
        new Case(
            "/paymentChannel/iban",
            "\"DE89370400440532013000\"",
            "paymentChannel.iban",
            "not-ukrainian"),
        new Case("/paymentChannel/kind", "\"POST\"", "paymentChannel.iban", "contradicts"));
  }

  private static Stream<Case> documents() {
    return Stream.of(
        new Case("/documents/0/number", "\"ЫЭ 123456\"", "documents[0].number", "format"),
        new Case("/documents/0/number", "", "documents[0].number", "required"),
        new Case("/documents/0/type", "\"NATIONAL_ID\"", "documents[0].number", "format"),
        new Case("/documents/0/type", "\"NATIONAL_ID\"", "documents[0].expiresOn", "required"),
        new Case(
            "/documents/0/type",
            "\"WITNESS_STATEMENT\"",
            "documents[0].evidenceLevel",
            "contradicts"),
        new Case("/documents/0/issuedOn", "\"2100-01-01\"", "documents[0].issuedOn", "future"),
        new Case(
            "/documents/0/issuedOn", "\"1951-04-16\"", "documents[0].issuedOn", "before-birth"),
        new Case(
            "/documents/0/expiresOn", "\"1998-05-20\"", "documents[0].expiresOn", "before-issue"),
        new Case("/documents/0/expiresOn", "\"2999-01-01\"", "documents[0].expiresOn", "too-late"),
        new Case("/documents/0/issuer", "\"а\\u0007б\"", "documents[0].issuer", "characters"),
        new Case("/documents/0/issuer", "\"\"", "documents[0].issuer", "characters"),
        new Case(
            "/documents/1",
            "{\"type\":\"PASSPORT\",\"number\":\"EK123456\",\"evidenceLevel\":\"COPY\"}",
            "documents[1].number",
            "duplicate"));
  }

  private static Stream<Case> places() {
    return Stream.of(
        new Case("/settlement", "\"UA44999999999999999\"", "settlement", "unknown"),
        new Case("/settlement", "\"Алчевськ\"", "settlement", "unknown"),
        new Case(
            "/settlement",
            '"' + TestPeople.ALCHEVSK_HROMADA + '"',
            "settlement",
            "not-a-settlement"));
  }
}
