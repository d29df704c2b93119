package ua.vidnova.registry.evidence;

import ua.vidnova.registry.Checked;

/**
 * Kinds of papers, named as the national eHealth system names them; {@code contracts} holds the
 * form of their numbers. Papers issued under occupation carry foreign numbers, so the form binds
 * only the others.
 */
public enum DocumentType {
  /** Паспорт громадянина України, the booklet. */
  PASSPORT(true),
  /** The same as a card. */
  NATIONAL_ID(true),
  BIRTH_CERTIFICATE(true),
  MARRIAGE_CERTIFICATE(false),
  PERMANENT_RESIDENCE_PERMIT(true),
  TEMPORARY_RESIDENCE_PERMIT(true),
  REFUGEE_CERTIFICATE(true),
  COMPLEMENTARY_PROTECTION_CERTIFICATE(true),
  TEMPORARY_PASSPORT(true),
  /** Issues of many years differ in form, so any number is taken. */
  PENSION_CERTIFICATE(false),
  /** People who know the person; the journal number of the statement, if there is one. */
  WITNESS_STATEMENT(false),
  OTHER(false);

  private static final ua.vidnova.contracts.identifiers.DocumentType ANY_FORM =
      ua.vidnova.contracts.identifiers.DocumentType.OTHER;

  private final boolean identifies;

  DocumentType(boolean identifies) {
    this.identifies = identifies;
  }

  /** Whether the paper itself establishes who its holder is. */
  public boolean identifies() {
    return identifies;
  }

  /** Whether every paper of this kind bears a date of expiry. */
  boolean expires() {
    return standard().expiryRequired();
  }

  boolean needsNumber() {
    return this != WITNESS_STATEMENT;
  }

  /** Reads a number as people write it: spaces, the sign №, Latin letters for Cyrillic ones. */
  Checked<String> readNumber(String written, EvidenceLevel level) {
    var form = level == EvidenceLevel.OCCUPATION_ISSUED ? ANY_FORM : standard();
    return form.matches(written)
        ? Checked.good(form.normalise(written))
        : Checked.bad("format", "Write series and number as this kind of document has them.");
  }

  /** Whether what was written has the form of a number of this kind of paper. */
  public boolean isNumber(String written) {
    return standard().matches(written);
  }

  /** The one spelling of a number. */
  public String normalise(String written) {
    return standard().normalise(written);
  }

  private ua.vidnova.contracts.identifiers.DocumentType standard() {
    return this == WITNESS_STATEMENT
        ? ANY_FORM
        : ua.vidnova.contracts.identifiers.DocumentType.valueOf(name());
  }
}
