package ua.vidnova.payments.aidlist.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.payments.aidlist.AidList;
import ua.vidnova.payments.aidlist.AidLists;
import ua.vidnova.payments.aidlist.DeadlineRules;
import ua.vidnova.payments.aidlist.LineFault;
import ua.vidnova.payments.aidlist.RefusedListLine;

/** A settlement's list as payments staff see it: how far it has come, and what is late. */
@Schema(name = "AidList")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AidListView(
    UUID id,
    @Schema(examples = "LIBERATED_ONE_OFF") String programme,
    @Schema(examples = "UA44120050150024242") String settlement,
    LocalDate liberatedOn,
    AidList.State state,
    @Schema(description = "Lines that became grants") int proposedLines,
    int refusedLines,
    @Schema(description = "Sums that are owed by it") int units,
    int paidUnits,
    List<DeadlineView> deadlines,
    String proposedBy,
    Instant proposedAt,
    String approvedBy,
    Instant approvedAt,
    LocalDate fundedOn) {

  /** A step and its last day by law. */
  @Schema(name = "AidListDeadline")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record DeadlineView(
      DeadlineRules.Step step, LocalDate dueOn, LocalDate doneOn, boolean late) {}

  /** One thing wrong with one line; never what stood there. */
  @Schema(name = "RefusedAidListLine")
  public record RefusalView(
      @Schema(examples = "17", description = "Line of the file; the header is 1") int line,
      @Schema(examples = "(line)") String field,
      @Schema(examples = "settlement-not-liberated") String code,
      String message) {

    static RefusalView of(RefusedListLine refusal) {
      return new RefusalView(
          refusal.line(), refusal.field(), refusal.code(), LineFault.messageOf(refusal.code()));
    }
  }

  static AidListView of(AidLists.Progress progress, LocalDate today) {
    var list = progress.list();
    return new AidListView(
        list.id(),
        list.programme(),
        list.settlement(),
        list.liberatedOn(),
        list.state(),
        list.proposedLines(),
        list.refusedLines(),
        progress.units(),
        progress.paidUnits(),
        progress.deadlines().stream()
            .map(
                one ->
                    new DeadlineView(
                        one.step(),
                        one.dueOn().orElse(null),
                        one.doneOn().orElse(null),
                        one.isLate(today)))
            .toList(),
        list.proposedBy(),
        list.proposedAt(),
        list.approvedBy(),
        list.approvedAt(),
        list.fundedOn());
  }
}
