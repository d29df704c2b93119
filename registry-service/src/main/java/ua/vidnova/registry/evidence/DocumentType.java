package ua.vidnova.registry.evidence;

import java.util.regex.Pattern;
import ua.vidnova.registry.Checked;

/**
 * Kinds of papers, named as the national eHealth system names them, with the form of their numbers.
 * Papers issued under occupation carry foreign numbers, so the form binds only the others.
 */
public enum DocumentType {
  /** Паспорт громадянина України, the booklet. */
  PASSPORT(DocumentNumber.SERIES_AND_SIX_DIGITS, true, false),
  /** The same as a card. */
  NATIONAL_ID(DocumentNumber.NINE_DIGITS, true, true),
  BIRTH_CERTIFICATE(DocumentNumber.CIVIL_STATUS, true, false),
  MARRIAGE_CERTIFICATE(DocumentNumber.CIVIL_STATUS, false, false),
  PERMANENT_RESIDENCE_PERMIT(DocumentNumber.PERMIT, true, true),
  TEMPORARY_RESIDENCE_PERMIT(DocumentNumber.PERMIT, true, true),
  REFUGEE_CERTIFICATE(DocumentNumber.SERIES_AND_SIX_DIGITS, true, true),
  COMPLEMENTARY_PROTECTION_CERTIFICATE(DocumentNumber.SERIES_AND_SIX_DIGITS, true, false),
  TEMPORARY_PASSPORT(DocumentNumber.FREE, true, true),
  /** Issues of many years differ in form, so any number is taken. */
  PENSION_CERTIFICATE(DocumentNumber.FREE, false, false),
  /** People who know the person; the journal number of the statement, if there is one. */
  WITNESS_STATEMENT(DocumentNumber.FREE, false, false),
  OTHER(DocumentNumber.FREE, false, false);

  private final Pattern form;
  private final boolean identifies;
  private final boolean expires;

  DocumentType(Pattern form, boolean identifies, boolean expires) {
    this.form = form;
    this.identifies = identifies;
    this.expires = expires;
  }

  /** Whether the paper itself establishes who its holder is. */
  boolean identifies() {
    return identifies;
  }

  /** Whether every paper of this kind bears a date of expiry. */
  boolean expires() {
    return expires;
  }

  boolean needsNumber() {
    return this != WITNESS_STATEMENT;
  }

  /** Reads a number as people write it: spaces, the sign №, Latin letters for Cyrillic ones. */
  Checked<String> readNumber(String written, EvidenceLevel level) {
    var expected = level == EvidenceLevel.OCCUPATION_ISSUED ? DocumentNumber.FREE : form;
    var number = DocumentNumber.canonical(written, expected);
    return expected.matcher(number).matches()
        ? Checked.good(number)
        : Checked.bad("format", "Write series and number as this kind of document has them.");
  }
}
