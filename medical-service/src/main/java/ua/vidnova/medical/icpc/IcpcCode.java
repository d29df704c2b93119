package ua.vidnova.medical.icpc;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A code of the dictionary.
 *
 * @param nameEn may be null
 * @param withdrawnOn first day on which it is no longer used; null while it is
 */
@Schema(name = "IcpcCode")
public record IcpcCode(
    String code, Kind kind, String nameUk, String nameEn, LocalDate withdrawnOn) {

  /** What a code may stand for. */
  @Schema(name = "IcpcKind")
  public enum Kind {
    REASON,
    DIAGNOSIS,
    ACTION,
    ANY
  }

  /** True when the code stands for that kind of thing on that day. */
  public boolean isFor(Kind use, LocalDate day) {
    return (kind == Kind.ANY || kind == use) && (withdrawnOn == null || day.isBefore(withdrawnOn));
  }
}
