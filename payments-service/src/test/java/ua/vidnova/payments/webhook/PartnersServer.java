package ua.vidnova.payments.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;

/** A partner's web server: notes what it is told, and answers as it was told to, in that order. */
final class PartnersServer implements AutoCloseable {

  /** A way to answer. */
  interface Answer {
    void to(HttpExchange exchange) throws IOException, InterruptedException;
  }

  /** What arrived; names of headers are in small letters. */
  record Message(Map<String, List<String>> headers, String body) {

    String header(String name) {
      return headers.get(name).getFirst();
    }
  }

  private final HttpServer server;
  private final Map<String, List<Message>> messages = new ConcurrentHashMap<>();
  private final Map<String, Queue<Answer>> answers = new ConcurrentHashMap<>();
  private final CountDownLatch closing = new CountDownLatch(1);

  PartnersServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  String url(String path) {
    return "http://localhost:" + server.getAddress().getPort() + path;
  }

  /** From then on 204 again. */
  void answers(String path, Answer... inThisOrder) {
    answers.put(path, new ConcurrentLinkedQueue<>(List.of(inThisOrder)));
  }

  static Answer status(int status) {
    return exchange -> exchange.sendResponseHeaders(status, -1);
  }

  static Answer status(int status, String header, String value) {
    return exchange -> {
      exchange.getResponseHeaders().add(header, value);
      exchange.sendResponseHeaders(status, -1);
    };
  }

  /** Takes the request and says nothing until the test is over. */
  Answer hang() {
    return exchange -> closing.await();
  }

  static Answer cut() {
    return HttpExchange::close;
  }

  List<Message> messages(String path) {
    return messages.getOrDefault(path, List.of());
  }

  List<Message> await(String path, int count) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> List.copyOf(messages(path)), found -> found.size() >= count);
  }

  private void handle(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().toString();
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    var headers = new ConcurrentHashMap<String, List<String>>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values));
    messages
        .computeIfAbsent(path, first -> new CopyOnWriteArrayList<>())
        .add(new Message(headers, body));
    var next = answers.getOrDefault(path, new ConcurrentLinkedQueue<>()).poll();
    try (exchange) {
      (next == null ? status(204) : next).to(exchange);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
  }
}
