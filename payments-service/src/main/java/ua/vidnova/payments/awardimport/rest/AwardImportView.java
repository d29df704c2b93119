package ua.vidnova.payments.awardimport.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.payments.awardimport.AwardImport;
import ua.vidnova.payments.awardimport.ImportResult;
import ua.vidnova.payments.awardimport.RefusedLine;

/**
 * What came of a file of awards.
 *
 * @param refusedLines the first hundred refusals; absent when the record is read later
 */
@Schema(name = "AwardImport")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AwardImportView(
    @Schema(examples = "019aa7d0-6b00-7c32-9d43-6e2f8a4b1c02") UUID id,
    Instant importedAt,
    @Schema(examples = "198", description = "Lines that became awards") int accepted,
    @Schema(examples = "0", description = "Lines that say what is known already") int unchanged,
    @Schema(examples = "2", description = "Lines that cannot be kept") int refused,
    List<RefusedLineView> refusedLines) {

  /** One thing wrong with one line; never what stood there. */
  @Schema(name = "RefusedLine")
  public record RefusedLineView(
      @Schema(examples = "17", description = "Line of the file; the header is 1") int line,
      @Schema(examples = "rnokpp") String field,
      @Schema(examples = "checksum") String code,
      String message) {

    static RefusedLineView of(RefusedLine line) {
      return new RefusedLineView(
          line.line(), line.field(), line.refusal().code(), line.refusal().message());
    }
  }

  static AwardImportView of(ImportResult result) {
    return new AwardImportView(
        result.file().id(),
        result.file().importedAt(),
        result.counts().accepted(),
        result.counts().unchanged(),
        result.counts().refused(),
        result.firstRefused().stream().map(RefusedLineView::of).toList());
  }

  static AwardImportView of(AwardImport file) {
    var counts = file.counts();
    return new AwardImportView(
        file.id(),
        file.importedAt(),
        counts.accepted(),
        counts.unchanged(),
        counts.refused(),
        null);
  }
}
