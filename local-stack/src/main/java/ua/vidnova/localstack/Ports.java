package ua.vidnova.localstack;

import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import ua.vidnova.localstack.process.Port;

/** The ports of one platform. */
public final class Ports {
  private final Map<Use, Port> ports;

  private Ports(Function<Use, Port> portOf) {
    this.ports = new EnumMap<>(Use.class);
    for (Use use : Use.values()) {
      ports.put(use, portOf.apply(use));
    }
  }

  /** What a port is for, its usual number, and the variable that overrides it. */
  public enum Use {
    GATEWAY("the gateway", 8080),
    GATEWAY_MANAGEMENT("the gateway's health and metrics", 8079),
    REGISTRY("registry", 8081),
    PAYMENTS("payments", 8082),
    MEDICAL("medical", 8083),
    COORDINATION("coordination", 8084),
    KEYCLOAK("Keycloak", 8090),
    POSTGRES("PostgreSQL", 15432),
    KAFKA("Kafka", 19092),
    KAFKA_CONTROLLER("Kafka's controller", 19093);

    private final String wantedBy;
    private final int usual;

    Use(String wantedBy, int usual) {
      this.wantedBy = wantedBy;
      this.usual = usual;
    }

    String variable() {
      return "VIDNOVA_PORT_" + name();
    }

    Port port(int number) {
      return new Port(number, wantedBy, variable());
    }
  }

  /**
   * The usual ports, except those that a variable overrides.
   *
   * @param environment such as {@link System#getenv()}
   * @throws IllegalArgumentException naming the variable that holds no port number
   */
  public static Ports of(Map<String, String> environment) {
    return new Ports(
        use -> {
          String number = environment.getOrDefault(use.variable(), "").strip();
          try {
            return use.port(number.isEmpty() ? use.usual : Integer.parseInt(number));
          } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                use.variable() + " must be a port number, not " + number, e);
          }
        });
  }

  /** Ports that nothing listened on a moment ago. */
  public static Ports free() {
    Iterator<Integer> numbers = Port.freeNumbers(Use.values().length).iterator();
    return new Ports(use -> use.port(numbers.next()));
  }

  public Port get(Use use) {
    return ports.get(use);
  }

  /** As {@link #of} reads them back. */
  public Map<String, String> asEnvironment() {
    Map<String, String> environment = new TreeMap<>();
    ports.forEach((use, port) -> environment.put(use.variable(), "" + port.number()));
    return environment;
  }
}
