package ua.vidnova.gateway.callers;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionSecretsTest {

  private static final Optional<String> LONG = Optional.of("0123456789abcdef0123456789abcdef");
  private static final Optional<String> CLIENT = Optional.of("secret");

  @Test
  void both_secrets_are_enough() {
    assertThatCode(() -> SessionSecrets.check(LONG, CLIENT)).doesNotThrowAnyException();
  }

  @Test
  void without_a_session_secret_it_does_not_start_and_says_what_to_set() {
    assertThatThrownBy(() -> SessionSecrets.check(Optional.empty(), CLIENT))
        .hasMessageContaining("QUARKUS_OIDC_TOKEN_STATE_MANAGER_ENCRYPTION_SECRET");
  }

  @Test
  void a_short_session_secret_is_as_good_as_none_and_is_not_repeated() {
    assertThatThrownBy(() -> SessionSecrets.check(Optional.of("hunter2"), CLIENT))
        .hasMessageContaining("at least 32")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void without_a_client_secret_it_does_not_start_either() {
    assertThatThrownBy(() -> SessionSecrets.check(LONG, Optional.empty()))
        .hasMessageContaining("QUARKUS_OIDC_CREDENTIALS_SECRET");
  }
}
