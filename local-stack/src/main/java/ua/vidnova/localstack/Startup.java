package ua.vidnova.localstack;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import ua.vidnova.localstack.process.Interrupted;
import ua.vidnova.localstack.process.Port;
import ua.vidnova.localstack.process.Server;

/**
 * Starts parts of the platform at once, each as soon as those it needs are ready. All or nothing:
 * if one fails, or the thread is interrupted, those started so far are stopped.
 */
final class Startup implements AutoCloseable {
  private static final List<String> STORES = List.of("postgres", "kafka");
  private static final Map<String, List<String>> NEEDS =
      Map.of(
          "keycloak", List.of("postgres"),
          "registry", STORES,
          "payments", STORES,
          "medical", STORES,
          "coordination", STORES);

  private final List<Server> parts;
  private final Progress progress;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** Told when a part has become ready, on any thread. */
  @FunctionalInterface
  interface Progress {
    void ready(Server part, Duration took);
  }

  /**
   * @param parts in an order in which none comes before what it needs
   */
  Startup(List<Server> parts, Progress progress) {
    this.parts = parts;
    this.progress = progress;
  }

  void run() {
    Port.requireFree(parts.stream().flatMap(part -> part.ports().stream()).toList());
    Map<String, CompletableFuture<Void>> ready = new HashMap<>();
    CompletableFuture<Void> failed = new CompletableFuture<>();
    for (Server part : parts) {
      CompletableFuture<?>[] needed =
          NEEDS.getOrDefault(part.name(), List.of()).stream()
              .map(ready::get)
              .filter(each -> each != null)
              .toArray(CompletableFuture[]::new);
      ready.put(
          part.name(),
          CompletableFuture.allOf(needed)
              .thenRunAsync(() -> start(part), threads)
              .whenComplete(
                  (nothing, failure) -> {
                    if (failure != null) {
                      failed.completeExceptionally(failure);
                    }
                  }));
    }
    await(CompletableFuture.anyOf(failed, allOf(ready.values().stream())));
  }

  private static CompletableFuture<Void> allOf(Stream<CompletableFuture<Void>> futures) {
    return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new));
  }

  private void start(Server part) {
    Instant began = Instant.now();
    part.start();
    progress.ready(part, Duration.between(began, Instant.now()));
  }

  private void await(CompletableFuture<?> outcome) {
    try {
      outcome.get();
    } catch (InterruptedException e) {
      abandon();
      throw Interrupted.of(e);
    } catch (ExecutionException e) {
      abandon();
      throw rootCause(e);
    }
  }

  /** Interrupts the starts under way before stopping, so that none comes up behind our back. */
  private void abandon() {
    close();
    parts.reversed().forEach(Server::stop);
  }

  @Override
  public void close() {
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("A start under way cannot be interrupted");
      }
    } catch (InterruptedException e) {
      throw Interrupted.of(e);
    }
  }

  private static RuntimeException rootCause(Throwable failure) {
    Throwable cause = failure;
    while ((cause instanceof CompletionException || cause instanceof ExecutionException)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
  }
}
