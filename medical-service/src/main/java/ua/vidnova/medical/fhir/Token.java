package ua.vidnova.medical.fhir;

import java.util.Optional;

/**
 * A code as FHIR searches write it: {@code code}, {@code system|code}, {@code |code} or {@code
 * system|}.
 *
 * @param system null for any; empty for none
 * @param code null for any
 */
record Token(String system, String code) {

  /** Empty when it says nothing. */
  static Optional<Token> parse(String text) {
    var bar = text.indexOf('|');
    if (bar < 0) {
      return text.isBlank() ? Optional.empty() : Optional.of(new Token(null, text));
    }
    var code = text.substring(bar + 1);
    return text.length() == 1
        ? Optional.empty()
        : Optional.of(new Token(text.substring(0, bar), code.isEmpty() ? null : code));
  }

  boolean hasSystem(String expected) {
    return system == null || system.equals(expected);
  }
}
