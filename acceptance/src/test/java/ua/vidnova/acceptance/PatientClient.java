package ua.vidnova.acceptance;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import ua.vidnova.localstack.demo.Answer;
import ua.vidnova.localstack.demo.StepFailed;

/**
 * Repeats a request with the same Idempotency-Key until it is answered, as a device in the field
 * does, and notes every refusal on the way.
 */
final class PatientClient {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Duration BETWEEN = Duration.ofMillis(250);

  /** What says "not now" clearly, so that a client may come again. */
  private static final Set<String> COME_AGAIN =
      Set.of(
          "409 idempotency-key-in-use",
          "429 too-many-requests",
          "502 service-unavailable",
          "503 service-unavailable",
          "503 temporarily-unavailable",
          "504 service-unavailable");

  private final Map<String, Integer> refusals = new TreeMap<>();

  /**
   * @param statuses that are an answer
   * @throws StepFailed on any refusal that does not say "not now" clearly
   */
  Answer persist(Supplier<Answer> request, int... statuses) {
    AtomicReference<Answer> answer = new AtomicReference<>();
    await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(BETWEEN)
        .until(
            () -> {
              answer.set(request.get());
              int status = answer.get().status();
              return Arrays.stream(statuses).anyMatch(one -> one == status)
                  || !isNotNow(answer.get());
            });
    return answer.get().expect(statuses);
  }

  private boolean isNotNow(Answer answer) {
    String refusal = answer.status() + " " + answer.code();
    synchronized (refusals) {
      refusals.merge(refusal, 1, Integer::sum);
    }
    return COME_AGAIN.contains(refusal);
  }

  /** How often which refusal was met. */
  Map<String, Integer> refusals() {
    synchronized (refusals) {
      return Map.copyOf(refusals);
    }
  }
}
