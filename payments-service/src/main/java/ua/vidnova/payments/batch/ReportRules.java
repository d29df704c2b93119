package ua.vidnova.payments.batch;

import java.time.LocalDate;
import java.util.Set;
import ua.vidnova.payments.run.InstructionState;

/** Judges one line of a partner's report against what is known of the instruction. */
public final class ReportRules {

  private ReportRules() {}

  /** What is done with a line. */
  public enum Verdict {
    /** News: it is taken over. */
    ACCEPTED("accepted", ""),
    /** The same was reported before. */
    UNCHANGED("unchanged", ""),
    /** The partner has it; what becomes of it is yet to come. */
    ON_ITS_WAY("on-its-way", ""),
    UNKNOWN_INSTRUCTION("unknown-instruction", "This batch has no such instruction."),
    WITHDRAWN("instruction-withdrawn", "It was withdrawn before the file was made."),
    AMOUNT_DIFFERS("amount-differs", "The instruction has another amount; find out what was paid."),
    IN_THE_FUTURE("in-the-future", "Report it once it has happened."),
    BEFORE_HAND_OVER("before-hand-over", "It cannot have happened before the file was taken."),
    VOUCHER_CODE("voucher-code", "It is not this voucher's code; ask the person for theirs."),
    VOUCHER_EXPIRED("voucher-expired", "It was not valid on that day any more."),
    RECEIPT_MISSING("receipt-missing", "What an official hands out is paid by its receipt."),
    OUTCOME_DIFFERS("outcome-differs", "Another outcome or day was reported before and stands.");

    private final String code;
    private final String message;

    Verdict(String code, String message) {
      this.code = code;
      this.message = message;
    }

    public String code() {
      return code;
    }

    /** What the partner can do; empty when nothing is wrong. */
    public String message() {
      return message;
    }

    public boolean isRefusal() {
      return this != ACCEPTED && this != UNCHANGED && this != ON_ITS_WAY;
    }
  }

  /**
   * What is known of an instruction.
   *
   * @param occurredOn null until an outcome was reported
   * @param proof what there must be before it counts as paid
   * @param corrected the partner's earlier words that people have corrected since
   */
  public record Known(
      InstructionState state,
      LocalDate occurredOn,
      long amountMinor,
      Proof proof,
      Set<Word> corrected) {

    /** Whether a word is no news: it was said before, or what it says has been overtaken. */
    boolean includes(ReportedOutcome line) {
      if (state == InstructionState.RETURNED && line.outcome() != InstructionState.PAID) {
        return true;
      }
      var word = new Word(line.outcome(), line.occurredOn());
      return word.equals(new Word(state, occurredOn)) || corrected.contains(word);
    }
  }

  /** What a partner said became of an instruction, and on which day. */
  public record Word(InstructionState outcome, LocalDate occurredOn) {}

  /**
   * Judges one line.
   *
   * @param known null when the batch has no such instruction
   */
  public static Verdict judge(
      ReportedOutcome line, Known known, LocalDate handedOverOn, LocalDate today) {
    if (known == null) {
      return Verdict.UNKNOWN_INSTRUCTION;
    }
    if (known.state() == InstructionState.WITHDRAWN) {
      return Verdict.WITHDRAWN;
    }
    if (line.amountMinor() != null && line.amountMinor() != known.amountMinor()) {
      return Verdict.AMOUNT_DIFFERS;
    }
    if (line.occurredOn().isAfter(today)) {
      return Verdict.IN_THE_FUTURE;
    }
    if (line.occurredOn().isBefore(handedOverOn)) {
      return Verdict.BEFORE_HAND_OVER;
    }
    if (line.outcome() == InstructionState.PAID) {
      var lacking = known.proof().lacking(line);
      if (lacking.isPresent()) {
        return lacking.get();
      }
    }
    if (line.outcome() == InstructionState.ISSUED) {
      return known.state() == InstructionState.ISSUED ? Verdict.ON_ITS_WAY : Verdict.UNCHANGED;
    }
    if (known.state() == InstructionState.ISSUED) {
      return Verdict.ACCEPTED;
    }
    return known.includes(line) ? Verdict.UNCHANGED : Verdict.OUTCOME_DIFFERS;
  }
}
