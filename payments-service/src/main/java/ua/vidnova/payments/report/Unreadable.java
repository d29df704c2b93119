package ua.vidnova.payments.report;

/** Why a line says nothing that could be judged. */
public enum Unreadable {
  INSTRUCTION_ID("no-instruction-id", "The reference is no id of an instruction."),
  UNKNOWN_STATUS("unknown-status", "Your profile does not know this status."),
  DATE("bad-date", "Say on which day, as YYYY-MM-DD."),
  AMOUNT("bad-amount", "Hryvnias with two decimals, in UAH."),
  LINE("malformed-line", "Not a record of the header's columns.");

  private final String code;
  private final String message;

  Unreadable(String code, String message) {
    this.code = code;
    this.message = message;
  }

  public String code() {
    return code;
  }

  /** What the partner can do. */
  public String message() {
    return message;
  }
}
