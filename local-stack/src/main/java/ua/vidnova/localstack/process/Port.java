package ua.vidnova.localstack.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A TCP port of this machine's loopback address and who wants it.
 *
 * @param variable the environment variable that chooses another number; empty where none does
 */
public record Port(int number, String wantedBy, String variable) {
  /**
   * Below the range from which the system gives ports to clients: there, a client that retries
   * while a server is down can be given the server's own port and keep it from starting again.
   */
  private static final int FREE_FROM = 20_000;

  private static final int FREE_BELOW = 32_000;
  private static final int ANSWER_WITHIN_MS = 500;

  public Port {
    if (number < 1 || number > 65535) {
      throw new IllegalArgumentException(
          (variable.isEmpty() ? "The port of " + wantedBy : variable)
              + " must be a port number from 1 to 65535, not "
              + number);
    }
  }

  /** A port that was free a moment ago. */
  public static Port free(String wantedBy) {
    return new Port(freeNumbers(1).getFirst(), wantedBy, "");
  }

  /** Different ports that were free a moment ago. */
  public static List<Integer> freeNumbers(int count) {
    return ThreadLocalRandom.current()
        .ints(FREE_FROM, FREE_BELOW)
        .distinct()
        .filter(number -> new Port(number, "somebody", "").isFree())
        .limit(count)
        .boxed()
        .toList();
  }

  /**
   * Whether somebody listens there now. Unlike {@link #isFree} it never occupies the port, not even
   * for the moment in which a server under way to it would find it taken.
   */
  public boolean isAnswered() {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), number), ANSWER_WITHIN_MS);
      return true;
    } catch (IOException nobody) {
      return false;
    }
  }

  public boolean isFree() {
    try (ServerSocket socket = bound(number)) {
      return socket.isBound();
    } catch (IOException inUse) {
      return false;
    }
  }

  /**
   * Refuses ports that are taken.
   *
   * @throws PortInUse naming every port of the list that something listens on
   */
  public static void requireFree(List<Port> ports) {
    List<Port> taken = ports.stream().filter(port -> !port.isFree()).toList();
    if (!taken.isEmpty()) {
      throw new PortInUse(taken);
    }
  }

  @SuppressWarnings("AddressSelection") // the loopback address itself, never a name
  private static ServerSocket bound(int number) throws IOException {
    ServerSocket socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
    return socket;
  }
}
