package ua.vidnova.payments.aidlist;

import java.util.Locale;
import ua.vidnova.payments.grant.GrantCondition;

/** Why a line of a list is refused, and what to do about it. Never tells what stood in the line. */
public enum LineFault {
  LINE_TOO_LONG("Keep a line within the limit of the format."),
  CONTROL_CHARACTER("Remove control characters and line breaks in fields."),
  MALFORMED_LINE("Quote fields as RFC 4180 says; a record is one line."),
  COLUMN_COUNT("Give as many fields as the header has."),
  ONE_OF("Fill either rnokpp or residentId."),
  CHECKSUM("Check the digits: ten of them, the last of which is a check digit."),
  NOT_AN_ID("Give the resident's id as the registry shows it."),
  UNKNOWN_CATEGORY("Take a category of the programme."),
  NOT_A_PAPER("Name kinds of papers in capital Latin letters, with spaces between."),
  UNKNOWN_RESIDENT("The registry has not told of this resident; register them first."),
  NUMBER_CLAIMED_TWICE("Two residents have this РНОКПП; the registry must find out whose it is."),
  ANOTHER_SETTLEMENT("The resident lives in another settlement; put them on its list.");

  /** The field of refusals that are about the whole line. */
  public static final String WHOLE_LINE = "(line)";

  private final String message;

  LineFault(String message) {
    this.message = message;
  }

  public String code() {
    return codeOf(this);
  }

  /** The code of a condition that keeps a line from being granted. */
  static String codeOf(Enum<?> reason) {
    return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What to do about a code, be it a fault or an open condition. */
  public static String messageOf(String code) {
    var name = code.toUpperCase(Locale.ROOT).replace('-', '_');
    for (var fault : values()) {
      if (fault.name().equals(name)) {
        return fault.message;
      }
    }
    return GrantCondition.valueOf(name).message();
  }
}
