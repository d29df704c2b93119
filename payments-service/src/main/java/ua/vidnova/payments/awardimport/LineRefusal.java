package ua.vidnova.payments.awardimport;

/** Why a line is refused, and what to do about it. Never tells what stood in the line. */
public enum LineRefusal {
  LINE_TOO_LONG("line-too-long", "Keep a line within the limit of the format."),
  CONTROL_CHARACTER("control-character", "Remove control characters and line breaks in fields."),
  MALFORMED_LINE("malformed-line", "Quote fields as RFC 4180 says; a record is one line."),
  COLUMN_COUNT("column-count", "Give as many fields as the header has."),
  REQUIRED("required", "Fill this field."),
  TOO_LONG("too-long", "Shorten this field."),
  NOT_A_NAME("not-a-name", "Use letters, apostrophes, hyphens, spaces and points."),
  CHECKSUM("checksum", "Check the digits: ten of them, the last of which is a check digit."),
  NOT_A_DATE("not-a-date", "Write the day as YYYY-MM-DD."),
  NOT_A_MONTH("not-a-month", "Write the month as YYYY-MM."),
  IN_THE_FUTURE("in-the-future", "It cannot lie in the future."),
  TOO_LONG_AGO("too-long-ago", "It lies before anybody now living was born."),
  BEFORE_BIRTH("before-birth", "It lies before the person's birth."),
  AFTER_STOP("after-stop", "It lies after the first unpaid month."),
  NOT_YEARS("not-years", "Write whole years, at most 99."),
  NOT_AN_AMOUNT("not-an-amount", "Write hryvnias with a point and two decimals, above zero."),
  UNKNOWN_VALUE("unknown-value", "Use one of the values that the format lists."),
  NOT_A_SETTLEMENT("not-a-settlement", "Use the КАТОТТГ code of a settlement."),
  AWARD_DIFFERS("award-differs", "The award is known with other facts, which stand.");

  /** The field of refusals that are about the whole line. */
  public static final String WHOLE_LINE = "(line)";

  private final String code;
  private final String message;

  LineRefusal(String code, String message) {
    this.code = code;
    this.message = message;
  }

  public String code() {
    return code;
  }

  public String message() {
    return message;
  }
}
