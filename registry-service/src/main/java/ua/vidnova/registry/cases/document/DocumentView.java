package ua.vidnova.registry.cases.document;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An attached scan as a line of its case. */
@Schema(name = "CaseDocument")
public record DocumentView(
    UUID id,
    @Schema(examples = "IDENTITY_DOCUMENT") String kind,
    @Schema(examples = "image/jpeg") String mediaType,
    @Schema(description = "In bytes") int length,
    @Schema(description = "Of the bytes, in hex") String sha256,
    String attachedBy,
    Instant attachedAt) {

  /** Shows a document. */
  public static DocumentView of(CaseDocument document) {
    return new DocumentView(
        document.id(),
        document.kind(),
        document.format().mediaType(),
        document.length(),
        document.sha256(),
        document.attachedBy(),
        document.attachedAt());
  }
}
