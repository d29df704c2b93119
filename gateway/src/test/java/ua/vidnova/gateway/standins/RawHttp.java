package ua.vidnova.gateway.standins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** HTTP as bytes, for requests that a well-behaved client would not send. */
public final class RawHttp {

  private RawHttp() {}

  /** Sends the lines, each ended properly, and answers all that comes back until the end. */
  public static String exchange(int port, String... lines) {
    try (var socket = new Socket("localhost", port)) {
      socket.setSoTimeout(10_000);
      var request = String.join("\r\n", lines) + "\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
