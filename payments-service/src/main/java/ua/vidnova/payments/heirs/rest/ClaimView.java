package ua.vidnova.payments.heirs.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.payments.heirs.ClaimBasis;
import ua.vidnova.payments.heirs.ClaimCondition;
import ua.vidnova.payments.heirs.ClaimFile;
import ua.vidnova.payments.heirs.ClaimState;
import ua.vidnova.payments.heirs.HeirShare;
import ua.vidnova.payments.heirs.OpenClaimCondition;

/** A claim as payments staff see it: who gets which part of what, and what is missing. */
@Schema(name = "HeirClaim")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClaimView(
    UUID id,
    UUID deceasedId,
    ClaimBasis basis,
    LocalDate claimedOn,
    ClaimState state,
    @Schema(examples = "692050", description = "Kopiykas; the payouts add up to it")
        long totalMinor,
    String currency,
    List<HeirView> heirs,
    @Schema(description = "What stands in the way of an approval; empty once decided")
        List<ConditionView> openConditions,
    String proposedBy,
    Instant proposedAt,
    String approvedBy,
    Instant approvedAt,
    String refusedBy,
    Instant refusedAt,
    String refusalReason) {

  /** An heir with their part. */
  @Schema(name = "Heir")
  public record HeirView(
      UUID residentId,
      @Schema(description = "Part in proportion to the others'") int weight,
      List<PaperView> papers,
      List<PayoutView> payouts) {}

  /** A paper that was seen. */
  @Schema(name = "HeirPaper")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PaperView(@Schema(examples = "KINSHIP") String evidence, UUID documentId) {}

  /** Part of what one programme had left unpaid. */
  @Schema(name = "HeirPayout")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PayoutView(
      @Schema(examples = "PENSION") String programme,
      @Schema(examples = "346025") long amountMinor,
      @Schema(description = "The heir's award that it became") UUID awardId) {}

  /** Something that is missing, and what to do about it. */
  @Schema(name = "OpenClaimCondition")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ConditionView(
      @Schema(examples = "PAPERS_MISSING") ClaimCondition code,
      @Schema(description = "The heir of whom it is") UUID heirId,
      List<String> papers,
      String message) {

    static ConditionView of(OpenClaimCondition open) {
      return new ConditionView(open.code(), open.heirId(), open.papers(), open.code().message());
    }
  }

  static ClaimView of(ClaimFile file) {
    var claim = file.claim();
    return new ClaimView(
        claim.id(),
        claim.deceasedId(),
        claim.basis(),
        claim.claimedOn(),
        claim.state(),
        file.totalMinor(),
        "UAH",
        file.shares().stream().map(share -> heir(file, share)).toList(),
        file.openConditions().stream().map(ConditionView::of).toList(),
        claim.proposedBy(),
        claim.proposedAt(),
        claim.approvedBy(),
        claim.approvedAt(),
        claim.refusedBy(),
        claim.refusedAt(),
        claim.refusalReason());
  }

  private static HeirView heir(ClaimFile file, HeirShare share) {
    return new HeirView(
        share.heirId(),
        share.weight(),
        share.papers().stream()
            .map(paper -> new PaperView(paper.evidence(), paper.documentId()))
            .toList(),
        file.payouts().stream()
            .filter(payout -> payout.heirId().equals(share.heirId()))
            .map(
                payout ->
                    new PayoutView(payout.programme(), payout.amountMinor(), payout.awardId()))
            .toList());
  }
}
