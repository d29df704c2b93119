package ua.vidnova.registry.imports;

/**
 * Why a line is refused, or a value of it left out, and what to do about it. Never tells what stood
 * there.
 */
public enum LineRefusal {
  LINE_TOO_LONG("Keep a line within 8,192 bytes."),
  CONTROL_CHARACTER("Remove control characters and line breaks inside fields."),
  MALFORMED_LINE("Quote fields as RFC 4180 says; a record is one line."),
  COLUMN_COUNT("Give as many fields as the header has."),
  FORMULA("Save values, not formulas."),
  REQUIRED("Fill this field."),
  TOO_LONG("Shorten this field."),
  LETTERS("Use letters of one script, with hyphen and apostrophe between them."),
  FULL_NAME("Write family name, given name and patronymic, in this order."),
  NOT_A_DATE("Write days in the mapping's order, with four digits for the year."),
  IN_THE_FUTURE("The day has not come yet."),
  TOO_LONG_AGO("It lies before anybody now living was born."),
  CHECKSUM("Check the digits: ten of them, the last of which is a check digit."),
  BIRTH_DATE_DISAGREES("The РНОКПП is of a person born on another day."),
  SEX_DISAGREES("The РНОКПП is of a person of the other sex."),
  SEX_UNKNOWN("Neither sex nor РНОКПП nor patronymic tells the sex."),
  UNKNOWN_VALUE("Use one of the values that the description lists."),
  UNKNOWN_SETTLEMENT("No settlement of the mapping's territory has this code or name."),
  AMBIGUOUS_SETTLEMENT("Several settlements have this name: give a КАТОТТГ code or the hromada."),
  NUMBER_OF_ANOTHER("The same number stands in this list with another person."),
  NOT_A_PHONE("Give a Ukrainian telephone number."),
  NOT_A_PASSPORT("Give series and number of a booklet, or the nine digits of a card.");

  private final String message;

  LineRefusal(String message) {
    this.message = message;
  }

  /** Stable, for programs. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  public String message() {
    return message;
  }
}
