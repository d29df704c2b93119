package ua.vidnova.registry.facts;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a court has still to find before it stands in law.
 *
 * @param statementId of the statement that says it
 * @param on the day that the statement names
 */
@Schema(name = "AwaitedFinding")
public record AwaitedFinding(Finding finding, UUID statementId, LocalDate on) {

  /** What is to be found. */
  public enum Finding {
    BIRTH,
    DEATH,
    PRESUMED_DEATH,
    REAPPEARANCE
  }
}
