package ua.vidnova.registry;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.testing.TestTokens;

/** The registry's doors, as tests knock on them. */
public final class RegistryApi {

  public static final String RESIDENTS = "/api/registry/v1/residents";

  private RegistryApi() {}

  /** The registrar of the whole oblast. */
  public static String registrar() {
    return TestTokens.staff("registrar", Roles.REGISTRAR).within(TestPeople.LUHANSK_OBLAST).token();
  }

  /** A member of staff with one role in the whole oblast. */
  public static String staff(String role) {
    return TestTokens.staff(role, role).within(TestPeople.LUHANSK_OBLAST).token();
  }

  /** A request with a token. */
  public static RequestSpecification as(String token) {
    return given().auth().oauth2(token);
  }

  /** Sends a registration. */
  public static ValidatableResponse register(ObjectNode person) {
    return register(person, registrar());
  }

  /** Sends a registration with a token. */
  public static ValidatableResponse register(ObjectNode person, String token) {
    return post(person.toString().getBytes(StandardCharsets.UTF_8), token);
  }

  /** Sends any bytes as a registration. */
  public static ValidatableResponse post(byte[] body, String token) {
    return as(token).contentType("application/json").body(body).post(RESIDENTS).then();
  }

  /** Registers a person and returns the id. */
  public static String registered(ObjectNode person) {
    return register(person).statusCode(201).extract().path("id");
  }

  /** Opens a resident. */
  public static ValidatableResponse show(String id, String token) {
    return as(token).get(RESIDENTS + "/" + id).then();
  }
}
