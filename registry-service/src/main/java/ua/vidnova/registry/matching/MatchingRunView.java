package ua.vidnova.registry.matching;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a matching run is; numbers only, nobody's data. */
@Schema(name = "MatchingRun")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MatchingRunView(
    UUID id,
    @Schema(name = "MatchingRunPhase") MatchingRun.Phase phase,
    @Schema(description = "Residents filed under their keys") long filed,
    @Schema(description = "Pairs compared") long compared,
    @Schema(description = "Pairs found for review or link") long found,
    @Schema(description = "How much of the comparing is done, 0 to 100") int comparedPercent,
    Instant startedAt,
    Instant finishedAt) {

  private static final double KEYS = Math.pow(2, 64);

  /** The run as it stands. */
  public static MatchingRunView of(MatchingRun run) {
    return new MatchingRunView(
        run.id(),
        run.phase(),
        run.filed(),
        run.compared(),
        run.found(),
        percent(run),
        run.startedAt(),
        run.finishedAt().orElse(null));
  }

  /** Keys are hashes and spread evenly, so their order tells how far it is. */
  private static int percent(MatchingRun run) {
    return run.phase() == MatchingRun.Phase.DONE
        ? 100
        : run.comparedUpTo()
            .map(key -> (int) ((key - (double) Long.MIN_VALUE) / KEYS * 100))
            .orElse(0);
  }
}
