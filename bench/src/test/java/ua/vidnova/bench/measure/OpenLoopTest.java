package ua.vidnova.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
  private static final List<Integer> WORK = IntStream.range(0, 50).boxed().toList();

  @Test
  void work_begins_though_nothing_before_it_is_done() {
    var begun = new ArrayList<CompletableFuture<Boolean>>();
    var done = new ArrayList<Integer>();

    new OpenLoop(1_000)
        .run(
            WORK,
            piece -> {
              var answer = new CompletableFuture<Boolean>();
              begun.add(answer);
              if (begun.size() == WORK.size()) {
                begun.forEach(each -> each.complete(true));
              }
              return answer;
            },
            (piece, end) -> done.add(piece));

    assertThat(done).containsExactlyInAnyOrderElementsOf(WORK);
  }

  @Test
  void time_runs_from_when_work_was_due_and_not_from_when_it_was_begun() {
    Map<Integer, Duration> times = new ConcurrentHashMap<>();

    new OpenLoop(1_000)
        .run(
            WORK,
            piece -> {
              if (piece == 0) {
                stall(Duration.ofMillis(100));
              }
              return CompletableFuture.completedFuture(true);
            },
            (piece, end) -> times.put(piece, end.took()));

    assertThat(times.get(0)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
    assertThat(times.get(40)).isGreaterThanOrEqualTo(Duration.ofMillis(60));
  }

  /** The server that answers nobody for a while, which holds up whoever begins the work. */
  private static void stall(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() - end < 0) {
      Thread.onSpinWait();
    }
  }

  @Test
  void a_failure_is_told_and_stops_nothing() {
    Map<Integer, Boolean> ends = new ConcurrentHashMap<>();

    new OpenLoop(1_000)
        .run(
            List.of(1, 2, 3),
            piece ->
                piece == 2
                    ? CompletableFuture.failedFuture(new IllegalStateException("broken"))
                    : CompletableFuture.completedFuture(piece == 1),
            (piece, end) -> ends.put(piece, end.ok()));

    assertThat(ends).containsExactlyInAnyOrderEntriesOf(Map.of(1, true, 2, false, 3, false));
  }
}
