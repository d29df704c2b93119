package ua.vidnova.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import ua.vidnova.localstack.Platform;
import ua.vidnova.localstack.demo.Answer;
import ua.vidnova.localstack.demo.Gateway;
import ua.vidnova.localstack.keycloak.DpopProof;
import ua.vidnova.localstack.keycloak.PartnerKey;
import ua.vidnova.localstack.process.ProjectRoot;
import ua.vidnova.localstack.process.Web;

/**
 * A partner signs in with its key, and a token that is bound to the key is of use to no one else.
 */
@OnThePlatform
@Order(2)
class PartnerSignInIT {
  private static final String BANK = "oschadbank";
  private static final String BATCHES = "/api/payments/v1/batches";

  private final Platform platform;
  private final Gateway gateway;
  private final String realm;

  PartnerSignInIT(Platform platform, Gateway gateway) {
    this.platform = platform;
    this.gateway = gateway;
    realm = platform.part("keycloak").address() + "/realms/vidnova";
  }

  @Test
  void a_partner_signs_in_with_its_key() {
    gateway.as(BANK).get(BATCHES).expect(200);
  }

  @Test
  void anothers_key_a_used_assertion_and_a_secret_do_not_sign_in() throws IOException {
    PartnerKey key = platform.keyOf(BANK);
    String once = key.assertion(BANK, realm);
    assertThat(askForToken(assertion(once)).statusCode()).isEqualTo(200);
    assertThat(askForToken(assertion(once)).statusCode()).isBetween(400, 401);
    assertThat(askForToken(assertion(PartnerKey.generate().assertion(BANK, realm))).statusCode())
        .isBetween(400, 401);
    assertThat(askForToken(assertion(key.assertion(BANK, "https://elsewhere"))).statusCode())
        .isBetween(400, 401);
    assertThat(askForToken(Map.of("client_secret", BANK + "-local-secret")).statusCode())
        .isBetween(400, 401);
  }

  @Test
  void a_bound_token_is_the_partners_alone() {
    String token = platform.tokens().boundToken(BANK);
    PartnerKey key = platform.keyOf(BANK);
    String url = gateway.address(BATCHES);

    String proof = DpopProof.of("GET", url).with(token).signedBy(key);
    call(token, proof).expect(200);
    assertThat(call(token, proof).status()).as("the same proof again").isEqualTo(401);
    assertThat(
            call(token, DpopProof.of("GET", url).with(token).signedBy(PartnerKey.generate()))
                .status())
        .as("another's key")
        .isEqualTo(401);
    assertThat(call(token, DpopProof.of("POST", url).with(token).signedBy(key)).status())
        .as("a proof of another method")
        .isEqualTo(401);
  }

  @Test
  void a_bound_token_as_a_plain_one_is_refused_at_the_door_and_behind_it() {
    String token = platform.tokens().boundToken(BANK);
    Answer atTheDoor =
        gateway.anonymous().with("Authorization", "Bearer " + token).get(BATCHES).expect(401);
    assertThat(atTheDoor.json().get("code").asText()).isEqualTo("token-bound");

    Gateway behind = new Gateway(platform.part("payments").address(), platform.tokens()::token);
    behind.anonymous().with("Authorization", "Bearer " + token).get(BATCHES).expect(401);
    behind.as(BANK).get(BATCHES).expect(200);
  }

  /** The page for partners' engineers promises that it works. */
  @Test
  void the_script_of_the_documentation_works() throws Exception {
    ProcessBuilder script =
        new ProcessBuilder(
                ProjectRoot.get().resolve("docs/partners/partner.sh").toString(),
                "GET",
                gateway.address(BATCHES + "?limit=1"),
                "--fail-with-body")
            .redirectErrorStream(true);
    script
        .environment()
        .putAll(
            Map.of(
                "VIDNOVA_CLIENT", BANK,
                "VIDNOVA_KEY", platform.home().secrets().file(BANK + ".pem").toString(),
                "VIDNOVA_REALM", realm));
    Process running = script.start();
    String said = new String(running.getInputStream().readAllBytes(), UTF_8);
    assertThat(running.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(running.exitValue()).as(said).isZero();
    assertThat(said).contains("\"items\":");
  }

  private Answer call(String token, String proof) {
    return gateway
        .anonymous()
        .with("Authorization", "DPoP " + token)
        .with("DPoP", proof)
        .get(BATCHES);
  }

  private static Map<String, String> assertion(String signed) {
    return Map.of(
        "client_assertion_type",
        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        "client_assertion",
        signed);
  }

  private HttpResponse<String> askForToken(Map<String, String> who) throws IOException {
    String form =
        "grant_type=client_credentials&client_id="
            + BANK
            + who.entrySet().stream()
                .map(
                    field ->
                        "&" + field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining());
    return Web.send(
        HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }
}
