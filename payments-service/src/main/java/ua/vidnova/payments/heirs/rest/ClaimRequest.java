package ua.vidnova.payments.heirs.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.payments.heirs.ClaimBasis;
import ua.vidnova.payments.heirs.HeirShare;

/** What an officer proposes: all that was unpaid to somebody, divided among these heirs. */
@Schema(name = "HeirClaimRequest")
public record ClaimRequest(
    @NotNull(message = "Name who died.") UUID deceasedId,
    @NotNull(message = "Say on what it stands.") ClaimBasis basis,
    @NotEmpty(message = "Name the heirs.") @Size(max = 50, message = "At most 50 heirs.")
        List<@NotNull @Valid Heir> heirs) {

  /** An heir with their part in proportion to the others'. */
  @Schema(name = "HeirRequest")
  public record Heir(
      @NotNull(message = "Name the heir.") UUID residentId,
      @Schema(examples = "1", description = "1 when absent")
          @Min(value = 1, message = "1 to 1000000.")
          @Max(value = 1_000_000, message = "1 to 1000000.")
          Integer weight,
      @Size(max = 20, message = "At most 20 papers.") List<@NotNull @Valid Paper> papers) {

    HeirShare toUseCase() {
      var seen = papers == null ? List.<Paper>of() : papers;
      return new HeirShare(
          residentId,
          weight == null ? 1 : weight,
          seen.stream()
              .map(paper -> new HeirShare.Paper(paper.evidence(), paper.documentId()))
              .toList());
    }

    boolean namesAPaperTwice() {
      return papers != null
          && papers.stream().map(Paper::evidence).distinct().count() < papers.size();
    }
  }

  /** A paper that was seen: its kind, and where the registry keeps it; never its number. */
  @Schema(name = "HeirPaperRequest")
  public record Paper(
      @Schema(examples = "INHERITANCE_CERTIFICATE")
          @NotNull(message = "Name its kind.")
          @Pattern(
              regexp = "[A-Z][A-Z_]{1,39}",
              message = "Use capital Latin letters and underscores.")
          String evidence,
      UUID documentId) {}

  List<HeirShare> shares() {
    return heirs.stream().map(Heir::toUseCase).toList();
  }

  boolean namesSomethingTwice() {
    return heirs.stream().map(Heir::residentId).distinct().count() < heirs.size()
        || heirs.stream().anyMatch(Heir::namesAPaperTwice);
  }
}
