package ua.vidnova.payments.law;

import java.time.LocalDate;
import java.util.List;

/** The terms of law as they are loaded now. */
public record TermBook(List<Term> terms) {

  /**
   * The term in force on a day.
   *
   * @throws IllegalStateException when none is loaded: nothing is decided without the law
   */
  public Term on(LocalDate day, TermCode code) {
    return terms.stream()
        .filter(term -> term.code() == code && term.holdsOn(day))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No " + code + " is in force on " + day));
  }

  /** A term by its key, as a stored derivation refers to it. */
  public Term get(TermCode code, LocalDate validFrom) {
    return terms.stream()
        .filter(term -> term.code() == code && term.validFrom().equals(validFrom))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No " + code + " from " + validFrom));
  }
}
