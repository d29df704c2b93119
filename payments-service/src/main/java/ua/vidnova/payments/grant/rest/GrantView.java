package ua.vidnova.payments.grant.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.payments.grant.AidGrant;
import ua.vidnova.payments.grant.GrantCondition;
import ua.vidnova.payments.grant.GrantFile;
import ua.vidnova.payments.grant.GrantState;
import ua.vidnova.payments.grant.NewGrant;
import ua.vidnova.payments.grant.OpenCondition;

/** A grant as payments staff see it: who gets what from when, and what is missing. */
@Schema(name = "Grant")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GrantView(
    UUID id,
    UUID residentId,
    @Schema(description = "The child, household or dead person for whom it is given") UUID aboutId,
    String settlement,
    @Schema(examples = "IDP_ALLOWANCE") String programme,
    @Schema(examples = "CHILD") String category,
    @Schema(examples = "2026-11", implementation = String.class) YearMonth fromMonth,
    @Schema(description = "Absent when without end", implementation = String.class)
        YearMonth lastMonth,
    @Schema(examples = "300000", description = "Kopiykas a month, or once") long amountMinor,
    String currency,
    GrantState state,
    @Schema(description = "What stands in the way of an approval; empty once decided")
        List<ConditionView> openConditions,
    List<PaperView> papers,
    Step proposal,
    Step approval,
    Refusal refusal,
    @Schema(description = "The award that it became") UUID awardId,
    @Schema(description = "The settlement's list that it is on") UUID listId) {

  /** Something that is missing, and what to do about it. */
  @Schema(name = "OpenGrantCondition")
  public record ConditionView(
      @Schema(examples = "PAPERS_MISSING") GrantCondition code,
      @Schema(description = "Kinds of papers or codes of programmes that it is about")
          List<String> which,
      String message) {

    static ConditionView of(OpenCondition open) {
      return new ConditionView(open.code(), open.which(), open.code().message());
    }
  }

  /** A paper that was seen. */
  @Schema(name = "GrantPaper")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record PaperView(@Schema(examples = "IDP_CERTIFICATE") String evidence, UUID documentId) {

    static PaperView of(NewGrant.Paper paper) {
      return new PaperView(paper.evidence(), paper.documentId());
    }
  }

  /** Who took a step, and when. */
  @Schema(name = "GrantStep")
  public record Step(String by, Instant at) {

    static Step of(String by, Instant at) {
      return by == null ? null : new Step(by, at);
    }
  }

  /** Who refused, when and why. */
  @Schema(name = "GrantRefusal")
  public record Refusal(String by, Instant at, String reason) {

    static Refusal of(AidGrant grant) {
      return grant.refusedBy() == null
          ? null
          : new Refusal(grant.refusedBy(), grant.refusedAt(), grant.refusalReason());
    }
  }

  static GrantView of(GrantFile file) {
    var grant = file.grant();
    return new GrantView(
        grant.id(),
        grant.residentId(),
        grant.aboutId(),
        file.settlement(),
        grant.programme(),
        grant.category(),
        grant.fromMonth(),
        grant.lastMonth(),
        grant.amountMinor(),
        "UAH",
        grant.state(),
        file.openConditions().stream().map(ConditionView::of).toList(),
        file.papers().stream().map(PaperView::of).toList(),
        Step.of(grant.proposedBy(), grant.proposedAt()),
        Step.of(grant.approvedBy(), grant.approvedAt()),
        Refusal.of(grant),
        grant.awardId(),
        grant.listId());
  }
}
