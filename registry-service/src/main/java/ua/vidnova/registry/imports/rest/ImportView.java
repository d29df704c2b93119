package ua.vidnova.registry.imports.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.registry.imports.Delimiter;
import ua.vidnova.registry.imports.Finding;
import ua.vidnova.registry.imports.ImportReport;
import ua.vidnova.registry.imports.LineCounts;
import ua.vidnova.registry.imports.ListCharset;
import ua.vidnova.registry.imports.ListImport;

/** An import: how far it is, and what was found. Nothing of it is anybody's data. */
@Schema(name = "Import")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportView(
    UUID id,
    String mapping,
    @Schema(description = "КАТОТТГ code of the mapping's territory") String territory,
    boolean dryRun,
    ListImport.State state,
    @Schema(description = "As it was declared or found out") ListCharset charset,
    Delimiter delimiter,
    long bytes,
    @Schema(description = "Work goes on here after any interruption") long bytesDone,
    @Schema(description = "The last line that was worked; the header is line 1") long lastLine,
    LineCounts lines,
    @Schema(description = "Why lines were refused, the commonest reason first")
        List<TallyView> refusals,
    @Schema(description = "Values that could not be read and were left out of lines that were kept")
        List<TallyView> omissions,
    String startedBy,
    Instant receivedAt,
    Instant finishedAt) {

  /** How many lines, for one reason. */
  @Schema(name = "ImportTally")
  public record TallyView(String code, String message, long lines) {

    static TallyView of(ImportReport.Tally tally) {
      return new TallyView(tally.why().code(), tally.why().message(), tally.lines());
    }
  }

  /** What was found in a line. */
  @Schema(name = "ImportFinding")
  public record FindingView(
      long line,
      @Schema(description = "The mapping's field, or (line)") String field,
      String code,
      String message,
      @Schema(description = "Whether the line was kept without the value") boolean omission) {

    static FindingView of(Finding finding) {
      return new FindingView(
          finding.line(),
          finding.field(),
          finding.why().code(),
          finding.why().message(),
          finding.omission());
    }
  }

  static ImportView of(ListImport run, List<ImportReport.Tally> tallies) {
    return new ImportView(
        run.id(),
        run.mapping(),
        run.territory(),
        run.isDryRun(),
        run.state(),
        run.charset(),
        run.delimiter(),
        run.bytes(),
        run.bytesDone(),
        run.lastLine(),
        run.counts(),
        tallies.stream().filter(tally -> !tally.omission()).map(TallyView::of).toList(),
        tallies.stream().filter(ImportReport.Tally::omission).map(TallyView::of).toList(),
        run.startedBy().name(),
        run.startedBy().at(),
        run.finishedAt().orElse(null));
  }
}
