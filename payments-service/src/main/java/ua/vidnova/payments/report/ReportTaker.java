package ua.vidnova.payments.report;

import java.time.LocalDate;
import java.util.UUID;
import ua.vidnova.payments.run.InstructionState;

/** Hears what a file says while it is being read. */
public interface ReportTaker {

  /**
   * How the partner calls its message; comes before everything else, if it comes.
   *
   * @param messageId the partner's, 1 to 35 characters
   */
  void message(ReportFormat format, String messageId);

  /**
   * The one batch that the message is about.
   *
   * @param reference as the partner gives it back
   */
  void batch(String reference);

  void line(ReportedLine line);

  /** An entry that is of no instruction of ours. */
  void passOver();

  /** What holds for each instruction of the batch that the file does not name by itself. */
  void others(InstructionState outcome, String code, LocalDate occurredOn);

  /**
   * Reads a reference of ours, to an instruction or a batch: its id without hyphens; null when it
   * is none.
   */
  static UUID idOf(String reference) {
    if (reference == null || !reference.matches("[0-9a-fA-F]{32}")) {
      return null;
    }
    return new UUID(
        Long.parseUnsignedLong(reference.substring(0, 16), 16),
        Long.parseUnsignedLong(reference.substring(16), 16));
  }
}
