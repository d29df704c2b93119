package ua.vidnova.payments.grant.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.payments.grant.NewGrant;
import ua.vidnova.payments.grant.ProposeGrant;

/** What an officer proposes. */
@Schema(name = "GrantRequest")
public record GrantRequest(
    @Schema(description = "Who is paid") @NotNull(message = "Name the resident.") UUID residentId,
    @Schema(examples = "IDP_ALLOWANCE") @NotNull(message = "Name the programme.") String programme,
    @Schema(examples = "CHILD") @NotNull(message = "Name the category.") String category,
    @Schema(description = "The child, household or dead person for whom it is given") UUID aboutId,
    @Schema(
            examples = "2026-11",
            implementation = String.class,
            description = "This month when absent")
        YearMonth fromMonth,
    @Size(max = 20, message = "At most 20 papers.") List<@NotNull @Valid Paper> papers) {

  /** A paper that was seen: its kind, and where the registry keeps it; never its number. */
  @Schema(name = "GrantPaperRequest")
  public record Paper(
      @Schema(examples = "IDP_CERTIFICATE")
          @NotNull(message = "Name its kind.")
          @Pattern(
              regexp = "[A-Z][A-Z_]{1,39}",
              message = "Use capital Latin letters and underscores.")
          String evidence,
      UUID documentId) {}

  ProposeGrant.Request toUseCase() {
    var seen = papers == null ? List.<Paper>of() : papers;
    return new ProposeGrant.Request(
        residentId,
        programme,
        category,
        aboutId,
        fromMonth,
        seen.stream()
            .map(paper -> new NewGrant.Paper(paper.evidence(), paper.documentId()))
            .toList());
  }

  boolean namesAPaperTwice() {
    return papers != null
        && papers.stream().map(Paper::evidence).distinct().count() < papers.size();
  }
}
