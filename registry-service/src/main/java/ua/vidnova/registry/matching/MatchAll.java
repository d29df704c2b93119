package ua.vidnova.registry.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import ua.vidnova.chassis.time.KyivCalendar;

/** Carries the matching run under way one bounded step further, in one transaction. */
@ApplicationScoped
class MatchAll {

  private static final int FILED_AT_ONCE = 1_000;
  private static final int BLOCKS_AT_ONCE = 500;

  private final ProfileReader profiles;
  private final MatchIndex index;
  private final NameCensus census;
  private final Blocks blocks;
  private final CurrentMatcher matcher;
  private final Event<CandidatesFound> candidatesFound;
  private final KyivCalendar calendar;

  @Inject
  MatchAll(
      ProfileReader profiles,
      MatchIndex index,
      NameCensus census,
      Blocks blocks,
      CurrentMatcher matcher,
      Event<CandidatesFound> candidatesFound,
      KyivCalendar calendar) {
    this.profiles = profiles;
    this.index = index;
    this.census = census;
    this.blocks = blocks;
    this.matcher = matcher;
    this.candidatesFound = candidatesFound;
    this.calendar = calendar;
  }

  /**
   * Whether there was a step to take; none when no run is under way, or another replica is at it.
   */
  @ActivateRequestContext
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  boolean step() {
    var run = MatchingRun.takeUnfinished();
    run.ifPresent(
        underWay -> {
          switch (underWay.phase()) {
            case FILING -> file(underWay);
            case COUNTING -> count(underWay);
            case COMPARING -> compare(underWay);
            case DONE -> throw new IllegalStateException("A run that is done was taken");
          }
        });
    return run.isPresent();
  }

  private void file(MatchingRun run) {
    var residents = profiles.after(run.filedUpTo(), FILED_AT_ONCE);
    if (residents.isEmpty()) {
      run.allFiled();
    } else {
      index.file(residents);
      run.filed(residents.size(), residents.getLast().id());
    }
  }

  private void count(MatchingRun run) {
    census.count();
    matcher.forget();
    run.counted();
  }

  private void compare(MatchingRun run) {
    var next = blocks.after(run.comparedUpTo(), BLOCKS_AT_ONCE);
    if (next.isEmpty()) {
      run.finish(calendar.now());
      return;
    }
    var people = profiles.comparable(Blocks.Block.everyoneIn(next));
    var alike = new HashMap<UUID, List<Candidate>>();
    var pairs = new LongAdder();
    for (var block : next) {
      block.forEachPair(
          people,
          (newer, older) -> {
            pairs.increment();
            compare(block.key(), newer, older, alike);
          });
    }
    alike.forEach(
        (resident, candidates) ->
            candidatesFound.fire(new CandidatesFound(resident, candidates, Origin.IMPORT)));
    run.compared(
        pairs.sum(), alike.values().stream().mapToInt(List::size).sum(), next.getLast().key());
  }

  private void compare(
      long key,
      ComparableProfile newer,
      ComparableProfile older,
      Map<UUID, List<Candidate>> alike) {
    var comparison = matcher.get().compare(newer, older);
    if (comparison.band() != Band.DISTINCT && isFirstMeeting(key, newer, older)) {
      alike
          .computeIfAbsent(newer.profile().id(), id -> new ArrayList<>())
          .add(new Candidate(older.profile().id(), comparison));
    }
  }

  /** Two who are alike share several keys; they are told of once, under the least. */
  private boolean isFirstMeeting(long key, ComparableProfile a, ComparableProfile b) {
    var others = MatchKeys.of(b);
    return Arrays.stream(MatchKeys.of(a))
        .takeWhile(earlier -> earlier < key)
        .noneMatch(
            earlier -> Arrays.binarySearch(others, earlier) >= 0 && !blocks.isOverfull(earlier));
  }
}
