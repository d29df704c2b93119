package ua.vidnova.payments.merge;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import ua.vidnova.payments.award.AwardState;
import ua.vidnova.payments.award.Hold;

/**
 * Decides from which of a person's awards nothing is paid for now. Of each programme one award
 * leads: one that is paid before one that waits for a decision, the survivor's before others. Those
 * of other records stand behind it. What one record says of a death, or a disappearance, holds back
 * the awards of the others.
 */
final class HoldRules {

  private HoldRules() {}

  /**
   * An award of a person.
   *
   * @param right the programme, and for whom it is given if not for the person
   * @param recordId whose it is, or whose resumption of it is open
   */
  record AwardFacts(UUID id, String right, AwardState state, UUID recordId) {}

  /**
   * The holds by award; awards without one are absent.
   *
   * @param notLiving the records that say that the person died or is missing, and which
   */
  static Map<UUID, Hold> holds(
      UUID personId, Collection<AwardFacts> awards, Map<UUID, Hold.Reason> notLiving) {
    var holds = new HashMap<UUID, Hold>();
    awards.stream()
        .collect(Collectors.groupingBy(AwardFacts::right))
        .values()
        .forEach(same -> hold(same, personId, notLiving, holds));
    return holds;
  }

  private static void hold(
      List<AwardFacts> awards,
      UUID personId,
      Map<UUID, Hold.Reason> notLiving,
      Map<UUID, Hold> holds) {
    var leading = awards.stream().min(leadingFirst(personId)).orElseThrow();
    for (var award : awards) {
      var behind = award.recordId().equals(leading.recordId()) ? null : leading.id();
      toldByAnother(award, notLiving)
          .or(() -> Optional.ofNullable(behind).map(any -> Hold.Reason.ANOTHER_AWARD))
          .ifPresent(reason -> holds.put(award.id(), new Hold(reason, behind)));
    }
  }

  /** The gravest of what the other records say. */
  private static Optional<Hold.Reason> toldByAnother(
      AwardFacts award, Map<UUID, Hold.Reason> notLiving) {
    return notLiving.entrySet().stream()
        .filter(told -> !told.getKey().equals(award.recordId()))
        .map(Map.Entry::getValue)
        .min(Comparator.naturalOrder());
  }

  private static Comparator<AwardFacts> leadingFirst(UUID personId) {
    return Comparator.comparing((AwardFacts award) -> rank(award.state()))
        .thenComparing(award -> !award.recordId().equals(personId))
        .thenComparing(award -> award.id().toString());
  }

  private static int rank(AwardState state) {
    return switch (state) {
      case RESUMED -> 0;
      case DORMANT -> 1;
      case STOPPED -> 2;
    };
  }
}
