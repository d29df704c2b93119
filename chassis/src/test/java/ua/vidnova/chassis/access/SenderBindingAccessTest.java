package ua.vidnova.chassis.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.chassis.testing.TestTokens;
import ua.vidnova.chassis.testing.WithPlatform;
import ua.vidnova.localstack.keycloak.DpopProof;
import ua.vidnova.localstack.keycloak.PartnerKey;

/** A bound token is of use to its owner only (RFC 9449, RFC 8705). */
@QuarkusTest
@WithPlatform
class SenderBindingAccessTest {

  private static final PartnerKey KEY = PartnerKey.generate();
  private static final PartnerKey ANOTHERS_KEY = PartnerKey.generate();
  private static final byte[] CERTIFICATE = "a certificate".getBytes(StandardCharsets.UTF_8);

  @TestHTTPResource String service;

  private String url;

  @BeforeEach
  void address() {
    url = service.replaceFirst("/$", "") + "/api/thing/v1/things/" + UUID.randomUUID();
  }

  private static TestTokens registrar() {
    return TestTokens.staff("registrar-1", Roles.REGISTRAR);
  }

  private static String boundToKey() {
    return registrar().boundTo("jkt", KEY.thumbprint()).token();
  }

  private ValidatableResponse call(String scheme, String token, String... proofs) {
    var request = given().header("Authorization", scheme + " " + token);
    for (var proof : proofs) {
      request.header("DPoP", proof);
    }
    return request.get(url).then();
  }

  private static void refused(ValidatableResponse answer) {
    answer
        .statusCode(401)
        .contentType("application/problem+json")
        .body("code", equalTo("unauthenticated"));
  }

  @Test
  void the_owner_of_the_key_comes_in() {
    var token = boundToKey();
    call("DPoP", token, DpopProof.of("GET", url).with(token).signedBy(KEY)).statusCode(200);
  }

  @Test
  void behind_the_gateway_the_proof_names_the_gateways_address() {
    var token = boundToKey();
    var outside = url.replace(service.replaceFirst("/$", ""), "https://vidnova.example");
    given()
        .header("Authorization", "DPoP " + token)
        .header("DPoP", DpopProof.of("GET", outside).with(token).signedBy(KEY))
        .header("X-Forwarded-Proto", "https")
        .header("X-Forwarded-Host", "vidnova.example")
        .get(url)
        .then()
        .statusCode(200);
  }

  @Test
  void a_bound_token_as_plain_bearer_is_refused() {
    refused(call("Bearer", boundToKey()));
    var token = boundToKey();
    refused(call("Bearer", token, DpopProof.of("GET", url).with(token).signedBy(KEY)));
  }

  @Test
  void a_bound_token_without_a_proof_or_with_two_is_refused() {
    var token = boundToKey();
    var proof = DpopProof.of("GET", url).with(token);
    refused(call("DPoP", token));
    refused(call("DPoP", token, proof.signedBy(KEY), proof.with("jti", "another").signedBy(KEY)));
  }

  @Test
  void a_plain_token_is_not_made_a_bound_one_by_a_proof() {
    var token = registrar().token();
    refused(call("DPoP", token, DpopProof.of("GET", url).with(token).signedBy(KEY)));
    call("Bearer", token).statusCode(200);
  }

  @Test
  void anothers_key_does_not_do() {
    var token = boundToKey();
    refused(call("DPoP", token, DpopProof.of("GET", url).with(token).signedBy(ANOTHERS_KEY)));
  }

  @Test
  void a_proof_is_good_once() {
    var token = boundToKey();
    var proof = DpopProof.of("GET", url).with(token).signedBy(KEY);
    call("DPoP", token, proof).statusCode(200);
    refused(call("DPoP", token, proof));
    var newerToken = registrar().boundTo("jkt", KEY.thumbprint()).token();
    refused(call("DPoP", newerToken, proof));
  }

  @Test
  void two_owners_may_make_up_the_same_proof_id() {
    var token = boundToKey();
    var others =
        TestTokens.staff("registrar-2", Roles.REGISTRAR)
            .boundTo("jkt", ANOTHERS_KEY.thumbprint())
            .token();
    var proof = DpopProof.of("GET", url);
    call("DPoP", token, proof.with(token).signedBy(KEY)).statusCode(200);
    call("DPoP", others, proof.with(others).signedBy(ANOTHERS_KEY)).statusCode(200);
  }

  @ParameterizedTest
  @CsvSource({"htm,POST", "htu,https://vidnova.example/other", "ath,AAAA", "jti,''", "jti,' '"})
  void a_proof_of_another_request_or_without_an_id_does_not_do(String claim, String value) {
    var token = boundToKey();
    refused(
        call("DPoP", token, DpopProof.of("GET", url).with(token).with(claim, value).signedBy(KEY)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"htm", "htu", "iat", "jti", "ath"})
  void a_proof_that_leaves_something_out_does_not_do(String claim) {
    var token = boundToKey();
    Map<String, Object> claims = new HashMap<>(DpopProof.of("GET", url).with(token).claims());
    claims.remove(claim);
    refused(call("DPoP", token, KEY.proof(claims)));
  }

  @ParameterizedTest
  @ValueSource(longs = {-75, -3600, 75, 3600, Long.MAX_VALUE / 4})
  void a_proof_that_was_not_made_just_now_does_not_do(long seconds) {
    var token = boundToKey();
    var proof = DpopProof.of("GET", url).with(token);
    refused(
        call(
            "DPoP",
            token,
            proof.with("iat", Instant.now().getEpochSecond() + seconds).signedBy(KEY)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "..", "a.b.c", "eyJ9.eyJ9.x"})
  void what_is_no_proof_does_not_do(String proof) {
    refused(call("DPoP", boundToKey(), proof));
  }

  @Test
  void a_token_bound_to_a_certificate_needs_that_certificate() {
    var token = registrar().boundTo("x5t#S256", thumbprint(CERTIFICATE)).token();
    withCertificate(token, header(CERTIFICATE)).statusCode(200);
    refused(withCertificate(token, header("another".getBytes(StandardCharsets.UTF_8))));
    refused(withCertificate(token, "not base64"));
    refused(withCertificate(token, ":%:"));
    refused(withCertificate(token, ":"));
    refused(call("Bearer", token));
  }

  @Test
  void a_binding_that_is_not_known_here_is_not_taken_on_trust() {
    refused(call("Bearer", registrar().boundTo("kid", "key-1").token()));
  }

  @Test
  void the_answer_names_the_scheme() {
    call("Bearer", boundToKey()).header("WWW-Authenticate", startsWith("Bearer"));
    call("DPoP", boundToKey()).header("WWW-Authenticate", startsWith("DPoP"));
  }

  private ValidatableResponse withCertificate(String token, String header) {
    return given()
        .header("Authorization", "Bearer " + token)
        .header("Client-Cert", header)
        .get(url)
        .then();
  }

  private static String header(byte[] certificate) {
    return ":" + Base64.getEncoder().encodeToString(certificate) + ":";
  }

  private static String thumbprint(byte[] certificate) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(certificate));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
