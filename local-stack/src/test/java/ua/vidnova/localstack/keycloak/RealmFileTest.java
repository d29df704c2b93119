package ua.vidnova.localstack.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.localstack.process.ProjectRoot;

class RealmFileTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void production_realm_has_no_user_and_no_secret_and_trades_no_password_for_a_token()
      throws IOException {
    JsonNode realm =
        JSON.readTree(ProjectRoot.get().resolve("deploy/realm/vidnova-realm.json").toFile());

    assertThat(realm.has("users")).isFalse();
    for (JsonNode client : realm.get("clients")) {
      if (client.get("clientAuthenticatorType").asText().equals("client-jwt")) {
        assertThat(client.has("secret")).isFalse();
        assertThat(client.get("attributes").get("jwks.url").asText())
            .matches("\\$\\{VIDNOVA_[A-Z_]+_JWKS_URL}");
      } else {
        assertThat(client.get("secret").asText()).matches("\\$\\{VIDNOVA_[A-Z_]+_SECRET}");
      }
      assertThat(client.get("directAccessGrantsEnabled").asBoolean()).isFalse();
      assertThat(client.get("fullScopeAllowed").asBoolean()).isFalse();
    }
  }

  @Test
  void partners_sign_in_with_keys_and_none_with_a_secret() throws IOException {
    JsonNode realm = localRealm();

    for (JsonNode client : realm.get("clients")) {
      if (LocalTokens.PARTNERS.contains(client.get("clientId").asText())) {
        assertThat(client.get("clientAuthenticatorType").asText()).isEqualTo("client-jwt");
        assertThat(client.get("attributes").get("jwks.string").asText())
            .isEqualTo("keys of " + client.get("clientId").asText());
      }
    }
  }

  @Test
  void local_realm_adds_the_sample_users_and_the_client_for_their_tokens() throws IOException {
    JsonNode realm = localRealm();

    assertThat(texts(realm.get("users"), "username"))
        .filteredOn(user -> !user.startsWith("service-account-"))
        .containsExactlyInAnyOrderElementsOf(LocalTokens.USERS);
    assertThat(texts(realm.get("clients"), "clientId"))
        .containsAll(LocalTokens.PARTNERS)
        .contains("gateway", "vidnova-cli");
  }

  /** What our own services show of a person is for our own clients. */
  @Test
  void every_client_that_may_ask_for_smart_scopes_is_marked_as_an_app() throws IOException {
    JsonNode realm = localRealm();
    int apps = 0;

    for (JsonNode client : realm.get("clients")) {
      List<String> always = values(client.get("defaultClientScopes"));
      List<String> asked = values(client.get("optionalClientScopes"));
      if (Stream.concat(always.stream(), asked.stream()).anyMatch(scope -> scope.contains("/"))) {
        assertThat(always).contains("smart").doesNotContain("staff");
        assertThat(texts(realm.get("clientScopes"), "name")).containsAll(asked);
        apps++;
      }
    }
    assertThat(apps).isEqualTo(2);
  }

  @Test
  void sample_users_have_known_roles_and_are_bounded_by_real_territories() throws IOException {
    JsonNode realm = localRealm();
    List<String> roles = texts(realm.get("roles").get("realm"), "name");

    for (JsonNode user : realm.get("users")) {
      assertThat(user.get("realmRoles")).isNotEmpty();
      user.get("realmRoles").forEach(role -> assertThat(roles).contains(role.asText()));
      JsonNode hromadas = user.get("attributes").get("hromadas");
      assertThat(hromadas).isNotEmpty();
      hromadas.forEach(code -> assertThat(Territories.ukraine().find(code.asText())).isPresent());
    }
  }

  private static JsonNode localRealm() throws IOException {
    return JSON.readTree(RealmFile.forLocalUse(client -> "keys of " + client));
  }

  private static List<String> values(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static List<String> texts(JsonNode list, String field) {
    return StreamSupport.stream(list.spliterator(), false)
        .map(each -> each.get(field).asText())
        .toList();
  }
}
