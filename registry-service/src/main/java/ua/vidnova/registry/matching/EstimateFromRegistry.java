package ua.vidnova.registry.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import ua.vidnova.registry.matching.estimation.EstimateWeights;

/** Estimates the matcher's weights anew from a sample of residents who share a key. */
@ApplicationScoped
public class EstimateFromRegistry {

  private static final int BLOCKS_AT_ONCE = 500;
  private static final int BATCHES_MAX = 10;

  private final Blocks blocks;
  private final ProfileReader profiles;
  private final CurrentMatcher matcher;

  @Inject
  EstimateFromRegistry(Blocks blocks, ProfileReader profiles, CurrentMatcher matcher) {
    this.blocks = blocks;
    this.profiles = profiles;
    this.matcher = matcher;
  }

  /**
   * A table of the form of weights.csv. Keys are hashes, so the first of them are a fair sample.
   */
  @Transactional
  public String estimate() {
    var estimate = new EstimateWeights(matcher.weights());
    Optional<Long> position = Optional.empty();
    for (int batch = 0; batch < BATCHES_MAX; batch++) {
      var next = blocks.after(position, BLOCKS_AT_ONCE);
      if (next.isEmpty()) {
        break;
      }
      var people = profiles.comparable(Blocks.Block.everyoneIn(next));
      next.forEach(
          block ->
              block.forEachPair(
                  people, (newer, older) -> estimate.add(Matcher.levels(newer, older))));
      position = Optional.of(next.getLast().key());
    }
    return estimate.toCsv();
  }
}
