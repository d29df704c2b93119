package ua.vidnova.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

  @Test
  void are_the_usual_ones_except_those_that_a_variable_overrides() {
    Ports ports = Ports.of(Map.of("VIDNOVA_PORT_KEYCLOAK", "9999"));

    assertThat(ports.get(Ports.Use.GATEWAY).number()).isEqualTo(8080);
    assertThat(ports.get(Ports.Use.KEYCLOAK).number()).isEqualTo(9999);
  }

  @Test
  void are_read_back_as_they_were_written() {
    Ports ports = Ports.free();

    assertThat(Ports.of(ports.asEnvironment()).asEnvironment()).isEqualTo(ports.asEnvironment());
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "0", "65536", "-1", "80 80"})
  void refuse_what_is_no_port_number_and_name_the_variable(String nonsense) {
    assertThatThrownBy(() -> Ports.of(Map.of("VIDNOVA_PORT_KAFKA", nonsense)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("VIDNOVA_PORT_KAFKA must be a port number");
  }
}
