package ua.vidnova.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortTest {

  @Test
  void names_every_taken_port_who_wants_it_and_how_to_choose_another() throws IOException {
    try (ServerSocket everywhere = new ServerSocket(0);
        ServerSocket loopback = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Port gateway = new Port(everywhere.getLocalPort(), "the gateway", "VIDNOVA_PORT_GATEWAY");
      Port kafka = new Port(loopback.getLocalPort(), "Kafka", "VIDNOVA_PORT_KAFKA");
      Port free = Port.free("PostgreSQL");

      assertThatThrownBy(() -> Port.requireFree(List.of(gateway, free, kafka)))
          .isInstanceOf(PortInUse.class)
          .hasMessage(
              """
              Port %d is in use; the gateway wants it. \
              End what listens there, or choose another by VIDNOVA_PORT_GATEWAY.
              Port %d is in use; Kafka wants it. \
              End what listens there, or choose another by VIDNOVA_PORT_KAFKA."""
                  .formatted(gateway.number(), kafka.number()));
    }
  }

  @Test
  void free_ports_differ_and_lie_below_the_range_of_client_ports() {
    List<Integer> numbers = Port.freeNumbers(20);

    assertThat(numbers).doesNotHaveDuplicates().hasSize(20);
    assertThat(numbers).allMatch(number -> number < 32_768);
  }
}
