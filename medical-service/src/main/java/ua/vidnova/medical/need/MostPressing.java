package ua.vidnova.medical.need;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Chooses of more people than a list holds: whom somebody asked for, then the most pressing. */
final class MostPressing {

  private static final Comparator<Weighed> FOREMOST =
      Comparator.<Weighed, Boolean>comparing(one -> one.waiting().request().isEmpty())
          .thenComparing(one -> one.priority().points(), Comparator.reverseOrder())
          .thenComparing(one -> one.waiting().identity());

  private MostPressing() {}

  private record Weighed(Waiting waiting, Priority priority) {

    boolean isAwaited() {
      return waiting.request().isPresent() || priority.callsForVisit();
    }
  }

  /** Those who are neither asked for nor due are left out. */
  static List<Waiting> of(
      List<Waiting> waiting, Map<LocalDate, PriorityEdition> editions, int max) {
    return waiting.stream()
        .map(
            one ->
                new Weighed(
                    one, PriorityRules.judge(one.facts(), weights(one, editions), one.on())))
        .filter(Weighed::isAwaited)
        .sorted(FOREMOST)
        .limit(max)
        .map(Weighed::waiting)
        .toList();
  }

  private static List<Weight> weights(Waiting one, Map<LocalDate, PriorityEdition> editions) {
    var edition = editions.get(one.on());
    return edition == null ? List.of() : edition.weights();
  }
}
