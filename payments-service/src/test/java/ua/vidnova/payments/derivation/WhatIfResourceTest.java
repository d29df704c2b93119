package ua.vidnova.payments.derivation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.payments.support.Books;
import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;

@QuarkusTest
@WithPlatform
class WhatIfResourceTest {

  @Inject Books books;

  private static Map<String, Object> facts() {
    var facts = new HashMap<String, Object>();
    facts.put("pensionKind", "OLD_AGE");
    facts.put("grantedOn", "2010-05-11");
    facts.put("baseAmountMinor", 300_000);
    facts.put("monthlyAmountMinor", 300_000);
    facts.put("insuranceYears", 25);
    facts.put("working", false);
    facts.put("sex", "FEMALE");
    facts.put("birthDate", "1958-05-20");
    facts.put("firstUnpaidMonth", "2022-08");
    facts.put("fault", "PENSIONER");
    facts.put("appliedOn", "2026-11-16");
    return facts;
  }

  @Test
  void the_same_engine_answers_without_a_case_and_keeps_nothing() {
    var kept = books.count("select count(*) as count from derivation");

    derive(Payments.officer(), facts())
        .then()
        .statusCode(200)
        .body("resumptionId", nullValue())
        .body("totals.payableMinor", equalTo(15_152_400))
        .body("totals.firstPaymentMinor", equalTo(5_605_648))
        .body("totals.cutMinor", equalTo(4_972_800))
        .body("months", hasSize(51))
        .body("months[50].amountMinor", equalTo(484_572))
        .body("current[0].amountMinor", equalTo(484_572))
        .body("law.act", hasItem("Постанова КМУ № 236 (2026)"));

    assertThat(books.count("select count(*) as count from derivation")).isEqualTo(kept);
  }

  @Test
  void prints_the_answer() throws IOException {
    var answer =
        given()
            .auth()
            .oauth2(Payments.auditor())
            .contentType("application/json")
            .accept("application/pdf")
            .body(facts())
            .post(Payments.BASE + "derivations");

    answer.then().statusCode(200).contentType("application/pdf");
    try (var pdf = Loader.loadPDF(answer.asByteArray())) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("приклад без справи")
          .contains("151 524,00 грн")
          .contains("Індексація з 01.03.2026");
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      textBlock =
          """
          birthDate, 1899-12-31, too-long-ago
          birthDate, 2026-11-17, after-application
          appliedOn, 2199-01-01, too-far-ahead
          firstPeriod, 2026-10, before-application
          firstPeriod, 2099-10, too-far-ahead
          firstUnpaidMonth, 1958-04, before-birth
          firstUnpaidMonth, 2026-12, after-first-payment
          grantedOn, 1950-01-01, before-birth
          grantedOn, 2022-09-01, after-stop
          """)
  void names_the_field_that_cannot_be(String field, String value, String code) {
    var facts = facts();
    facts.put(field, value);

    derive(Payments.officer(), facts)
        .then()
        .statusCode(422)
        .body("errors.find { it.field == '" + field + "' }.code", equalTo(code));
  }

  @Test
  void names_fields_that_are_missing_or_beyond_limits() {
    derive(Payments.officer(), Map.of())
        .then()
        .statusCode(422)
        .body("errors.field", hasItem("birthDate"))
        .body("errors.field", hasItem("monthlyAmountMinor"))
        .body("errors.field", hasItem("fault"));
    var facts = facts();
    facts.put("monthlyAmountMinor", 0);
    facts.put("insuranceYears", 101);
    derive(Payments.officer(), facts).then().statusCode(422).body("errors", hasSize(2));
  }

  @Test
  void refuses_what_it_cannot_read() {
    var facts = facts();
    facts.put("bonus", 1);
    derive(Payments.officer(), facts).then().statusCode(400).body("code", equalTo("unknown-field"));
    facts.remove("bonus");
    facts.put("firstUnpaidMonth", "August");
    derive(Payments.officer(), facts).then().statusCode(400);
    derive(Payments.officer(), "{").then().statusCode(400);
  }

  @Test
  void only_payments_staff_ask() {
    for (var token : List.of(Payments.officer(), Payments.approver(), Payments.auditor())) {
      derive(token, facts()).then().statusCode(200);
    }
    derive(TestTokens.staff("r", Roles.REGISTRAR).within(Person.OBLAST).token(), facts())
        .then()
        .statusCode(403);
    derive(Payments.ukrposhta(), facts()).then().statusCode(403);
    given().post(Payments.BASE + "derivations").then().statusCode(401);
  }

  private static Response derive(String token, Object facts) {
    return given()
        .auth()
        .oauth2(token)
        .contentType("application/json")
        .accept("application/json")
        .body(facts)
        .post(Payments.BASE + "derivations");
  }
}
