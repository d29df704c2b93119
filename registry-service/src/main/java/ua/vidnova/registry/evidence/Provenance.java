package ua.vidnova.registry.evidence;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a statement comes from.
 *
 * @param recordedBy the token subject of who recorded it, or the service that told it
 * @param recordedByName the same for people to read
 * @param recordedAt when it reached the registry, UTC
 * @param deviceTime what the device's clock showed when it was recorded, right or wrong; null when
 *     it did not say
 */
@Embeddable
public record Provenance(
    @Enumerated(EnumType.STRING) Source source,
    String recordedBy,
    String recordedByName,
    Instant recordedAt,
    Instant deviceTime) {

  /** Whose word it is. */
  @Schema(name = "StatementSource")
  public enum Source {
    REGISTRAR,
    MEDICAL_SERVICE
  }
}
