package ua.vidnova.registry.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.registry.Checked;

/** Decides whether a stated document can be one. Paths of refusals are relative to the document. */
public final class DocumentRules {

  /** No Ukrainian document is valid for longer. */
  private static final int VALIDITY_YEARS_MAX = 50;

  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

  private static final Pattern ISSUER = Pattern.compile("[^\\p{Cntrl}\\p{Cs}\\p{Co}\\p{Cn}]+");

  private DocumentRules() {}

  /** The document in canonical form and what is wrong with it. */
  public record Examination(DocumentDetails details, List<FieldError> errors) {}

  /**
   * Examines a document.
   *
   * @param stated as the registrar wrote it
   * @param birthDate of the holder; null when that itself was refused
   * @param today in Kyiv
   */
  public static Examination examine(DocumentDetails stated, LocalDate birthDate, LocalDate today) {
    var errors = new ArrayList<FieldError>();
    var number = number(stated, errors);
    checkLevel(stated, errors);
    checkIssue(stated, birthDate, today, errors);
    checkExpiry(stated, today, errors);
    if (stated.issuer() != null && !ISSUER.matcher(stated.issuer()).matches()) {
      errors.add(new FieldError("issuer", "characters", "Use printable characters only."));
    }
    var details =
        new DocumentDetails(
            stated.type(),
            number,
            stated.issuedOn(),
            stated.expiresOn(),
            stated.issuer(),
            stated.level());
    return new Examination(details, errors);
  }

  private static String number(DocumentDetails stated, List<FieldError> errors) {
    if (stated.number() == null) {
      if (stated.type().needsNumber()) {
        errors.add(new FieldError("number", "required", "Give the document's number."));
      }
      return null;
    }
    return switch (stated.type().readNumber(stated.number(), stated.level())) {
      case Checked.Good<String>(var number) -> number;
      case Checked.Bad<String>(var code, var message) -> {
        errors.add(new FieldError("number", code, message));
        yield null;
      }
    };
  }

  private static void checkLevel(DocumentDetails stated, List<FieldError> errors) {
    if (stated.type() == DocumentType.WITNESS_STATEMENT
        && stated.level() != EvidenceLevel.WITNESS) {
      errors.add(new FieldError("evidenceLevel", "contradicts", "A witness statement is WITNESS."));
    }
  }

  private static void checkIssue(
      DocumentDetails stated, LocalDate birthDate, LocalDate today, List<FieldError> errors) {
    var issued = stated.issuedOn();
    if (issued == null) {
      return;
    }
    if (issued.isAfter(today)) {
      errors.add(new FieldError("issuedOn", "future", "The date of issue has not come yet."));
    } else if (birthDate != null && issued.isBefore(birthDate)) {
      errors.add(
          new FieldError("issuedOn", "before-birth", "It was issued before its holder was born."));
    }
  }

  private static void checkExpiry(
      DocumentDetails stated, LocalDate today, List<FieldError> errors) {
    var expires = stated.expiresOn();
    if (expires == null) {
      if (stated.type().expires() && stated.level() != EvidenceLevel.OCCUPATION_ISSUED) {
        errors.add(new FieldError("expiresOn", "required", "This kind of document expires."));
      }
    } else if (stated.issuedOn() != null && !expires.isAfter(stated.issuedOn())) {
      errors.add(new FieldError("expiresOn", "before-issue", "It expires before it was issued."));
    } else if (expires.isAfter(today.plusYears(VALIDITY_YEARS_MAX))) {
      errors.add(new FieldError("expiresOn", "too-late", "No document is valid for so long."));
    } else if (expires.isBefore(EARLIEST)) {
      errors.add(new FieldError("expiresOn", "before-1900", "Give a date after 1900."));
    }
  }
}
