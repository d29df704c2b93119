package ua.vidnova.gateway.callers;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ua.vidnova.gateway.standins.Tokens;
import ua.vidnova.gateway.standins.WithStandIns;
import ua.vidnova.localstack.keycloak.DpopProof;
import ua.vidnova.localstack.keycloak.PartnerKey;

/** Tokens that are bound to a key (RFC 9449) or to a certificate (RFC 8705). */
@QuarkusTest
@QuarkusTestResource(WithStandIns.class)
class BoundTokensAccessTest {

  private static final PartnerKey KEY = PartnerKey.generate();

  /** Made for this test with {@code openssl req -x509 -newkey ec}; its key was thrown away. */
  private static final String PEM =
      """
      -----BEGIN CERTIFICATE-----
      MIIBpjCCAU2gAwIBAgIUDKHTejyXQahEkRgshww9y9BwzcgwCgYIKoZIzj0EAwIw
      KDERMA8GA1UECgwIMDAwMzIxMjkxEzARBgNVBAMMCm9zY2hhZGJhbmswIBcNMjYx
      MTIyMTM0NzQ4WhgPMjEyNjEwMjkxMzQ3NDhaMCgxETAPBgNVBAoMCDAwMDMyMTI5
      MRMwEQYDVQQDDApvc2NoYWRiYW5rMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE
      TdwwWLq/1AW+EbGZZITKxIhBsa1DOCDetracmuNi2ZzAFmjsaHQ0wpYDV7+NCukQ
      wyGo0kMVP4GxH8+TrM/JO6NTMFEwHQYDVR0OBBYEFLVUawMnKNAHDAZMIEYvlXcb
      1HovMB8GA1UdIwQYMBaAFLVUawMnKNAHDAZMIEYvlXcb1HovMA8GA1UdEwEB/wQF
      MAMBAf8wCgYIKoZIzj0EAwIDRwAwRAIgPI/YBEYpImmAqVows2v5bkcl2x5WiCyf
      F3AEPtIq8osCIGRmikl7UoESCvsaG/W2c2ryx+XkkqZYICz5nGsDcJY8
      -----END CERTIFICATE-----
      """;

  @TestHTTPResource URI gateway;

  private String url;

  @BeforeEach
  void address() {
    url = gateway.resolve("/api/registry/v1/x").toString();
  }

  private static Tokens partner() {
    return Tokens.partner("oschadbank");
  }

  private static String boundToKey() {
    return partner().with("cnf", Map.of("jkt", KEY.thumbprint())).token();
  }

  private ValidatableResponse callWithProof(String token, String proof) {
    return given()
        .header("Authorization", "DPoP " + token)
        .header("DPoP", proof)
        .get(url + "?limit=1")
        .then();
  }

  private static void refused(ValidatableResponse answer, String code) {
    answer.statusCode(401).contentType("application/problem+json").body("code", equalTo(code));
  }

  @Test
  void token_and_proof_go_on_to_the_service_with_the_address_that_the_proof_names() {
    var token = boundToKey();
    var proof = DpopProof.of("GET", url).with(token).signedBy(KEY);
    callWithProof(token, proof)
        .statusCode(200)
        .body("headers.authorization", equalTo("DPoP " + token))
        .body("headers.dpop", equalTo(proof))
        .body("headers.x-forwarded-host", equalTo(gateway.getAuthority()))
        .body("headers.x-forwarded-proto", equalTo("http"));
  }

  @Test
  void a_token_bound_to_a_key_is_no_plain_one_not_even_after_its_owner_came_in() {
    var token = boundToKey();
    callWithProof(token, DpopProof.of("GET", url).with(token).signedBy(KEY)).statusCode(200);
    for (var attempt = 0; attempt < 2; attempt++) {
      refused(given().header("Authorization", "Bearer " + token).get(url).then(), "token-bound");
    }
  }

  @ParameterizedTest
  @CsvSource({"htm,POST", "htu,https://vidnova.example/api/registry/v1/x", "ath,AAAA"})
  void a_proof_of_another_request_does_not_do(String claim, String value) {
    var token = boundToKey();
    refused(
        callWithProof(token, DpopProof.of("GET", url).with(token).with(claim, value).signedBy(KEY)),
        "token-invalid");
  }

  @Test
  void anothers_proof_or_none_does_not_do() {
    var token = boundToKey();
    var others = DpopProof.of("GET", url).with(token).signedBy(PartnerKey.generate());
    refused(callWithProof(token, others), "token-invalid");
    refused(given().header("Authorization", "DPoP " + token).get(url).then(), "token-invalid");
    refused(callWithProof(token, "no.proof.either"), "token-invalid");
  }

  @Test
  void a_plain_token_is_not_taken_with_a_proof() {
    var token = partner().token();
    callWithProof(token, DpopProof.of("GET", url).with(token).signedBy(KEY))
        .statusCode(401)
        .header("WWW-Authenticate", startsWith("DPoP"));
  }

  @Test
  void a_token_bound_to_a_certificate_comes_over_its_connection_only() {
    var certificate = der();
    var token =
        partner()
            .with("cnf", Map.of("x5t#S256", IngressCertificate.thumbprint(certificate)))
            .token();
    var ofNginx = URLEncoder.encode(PEM, StandardCharsets.US_ASCII).replace("+", "%20");
    var ofRfc9440 = ":" + Base64.getEncoder().encodeToString(certificate) + ":";
    for (var told : new String[] {ofNginx, ofRfc9440}) {
      given()
          .header("Authorization", "Bearer " + token)
          .header("X-Test-Ingress-Certificate", told)
          .get(url)
          .then()
          .statusCode(200)
          .body("headers.client-cert", equalTo(ofRfc9440))
          .body("headers", not(hasKey("x-test-ingress-certificate")));
    }
    refused(given().header("Authorization", "Bearer " + token).get(url).then(), "token-bound");
  }

  @Test
  void a_certificate_that_the_ingress_did_not_tell_is_not_one() {
    var certificate = der();
    var token =
        partner()
            .with("cnf", Map.of("x5t#S256", IngressCertificate.thumbprint(certificate)))
            .token();
    refused(
        given()
            .header("Authorization", "Bearer " + token)
            .header("Client-Cert", ":" + Base64.getEncoder().encodeToString(certificate) + ":")
            .get(url)
            .then(),
        "token-bound");
    given()
        .header("Authorization", "Bearer " + partner().token())
        .header("Client-Cert", ":AAAA:")
        .get(url)
        .then()
        .statusCode(200)
        .body("headers", not(hasKey("client-cert")));
  }

  @ParameterizedTest
  @ValueSource(strings = {":", ":%:", "::", "%", "%zz", "-----BEGIN%20CERTIFICATE-----", ":AAAA:"})
  void what_is_no_certificate_proves_nothing(String told) {
    refused(
        given()
            .header(
                "Authorization", "Bearer " + partner().with("cnf", Map.of("x5t#S256", "x")).token())
            .header("X-Test-Ingress-Certificate", told)
            .get(url)
            .then(),
        "token-bound");
  }

  @Test
  void a_binding_that_is_not_known_here_is_not_taken_on_trust() {
    refused(
        given()
            .header("Authorization", "Bearer " + partner().with("cnf", Map.of("kid", "1")).token())
            .get(url)
            .then(),
        "token-bound");
    refused(
        given()
            .header("Authorization", "Bearer " + partner().with("cnf", "nonsense").token())
            .get(url)
            .then(),
        "token-bound");
  }

  private static byte[] der() {
    try {
      return CertificateFactory.getInstance("X.509")
          .generateCertificate(new ByteArrayInputStream(PEM.getBytes(StandardCharsets.US_ASCII)))
          .getEncoded();
    } catch (CertificateException e) {
      throw new IllegalStateException(e);
    }
  }
}
