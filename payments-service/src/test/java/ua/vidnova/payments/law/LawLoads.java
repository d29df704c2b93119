package ua.vidnova.payments.law;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import ua.vidnova.payments.support.Payments;

/** Values of law as administrators load them. */
public final class LawLoads {

  public static final String HEADER = "code,dimension,value,act,article,source,validFrom,validTo\n";

  private LawLoads() {}

  public static Response propose(String token, String lines) {
    return given()
        .auth()
        .oauth2(token)
        .contentType("text/csv; charset=utf-8")
        .body(HEADER + lines)
        .post(Payments.BASE + "law-values");
  }

  public static Response approve(String token, String proposal) {
    return Payments.post(token, "law-proposals/" + proposal + "/approval");
  }

  /** Two administrators put lines in force. */
  public static void load(String lines) {
    var id =
        propose(Payments.administrator("admin-1"), lines)
            .then()
            .statusCode(201)
            .extract()
            .<String>path("id");
    approve(Payments.administrator("admin-2"), id).then().statusCode(200);
  }
}
