package ua.vidnova.payments.law.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.payments.law.LawDecision;
import ua.vidnova.payments.law.LawLine;
import ua.vidnova.payments.law.LawProposal;

/** A file of values that somebody proposed to load, and what it would change. */
@Schema(name = "LawProposal")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LawProposalView(
    UUID id,
    LawProposal.State state,
    String proposedBy,
    Instant proposedAt,
    String decidedBy,
    Instant decidedAt,
    String refusalReason,
    List<Line> lines) {

  /** What a line does to the values that stand. */
  @Schema(name = "LawProposalEffect")
  public enum Effect {
    /** Nothing stands on its days. */
    ADDS,
    /** It says what stands. */
    NOTHING,
    /** It takes the place of what stands on its days. */
    REPLACES
  }

  /**
   * A line.
   *
   * @param effect absent once decided
   */
  @Schema(name = "LawProposalLine")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Line(int line, LawValueView value, Effect effect, List<LawValueView> replaces) {

    static Line of(LawLine line, LawDecision.Done done) {
      var replaces = done.replaces().get(line.line());
      return new Line(
          line.line(),
          LawValueView.of(line),
          done.proposal().isOpen() ? effect(replaces) : null,
          replaces == null || replaces.isEmpty()
              ? null
              : replaces.stream().map(LawValueView::of).toList());
    }

    private static Effect effect(List<?> replaces) {
      if (replaces == null) {
        return Effect.NOTHING;
      }
      return replaces.isEmpty() ? Effect.ADDS : Effect.REPLACES;
    }
  }

  static LawProposalView of(LawDecision.Done done) {
    var proposal = done.proposal();
    return new LawProposalView(
        proposal.id(),
        proposal.state(),
        proposal.proposedBy(),
        proposal.proposedAt(),
        proposal.decidedBy(),
        proposal.decidedAt(),
        proposal.refusalReason(),
        done.lines().stream().map(line -> Line.of(line, done)).toList());
  }
}
