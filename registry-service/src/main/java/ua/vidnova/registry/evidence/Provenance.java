package ua.vidnova.registry.evidence;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.chassis.time.KyivCalendar;

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

  /** The day on which it reached the registry, in Kyiv. */
  public LocalDate recordedOn() {
    return LocalDate.ofInstant(recordedAt, KyivCalendar.KYIV);
  }

  /** Whose word it is. */
  @Schema(name = "StatementSource")
  public enum Source {
    REGISTRAR,
    MEDICAL_SERVICE,
    /** A list of another register, see {@code imports}. */
    LEGACY_LIST
  }
}
