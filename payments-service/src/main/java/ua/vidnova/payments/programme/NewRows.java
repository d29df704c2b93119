package ua.vidnova.payments.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a change adds. Each row ends, from its first day on, the one that says something else about
 * the same.
 *
 * @param programme a programme that is new; null when it is known
 */
public record NewRows(
    NewProgramme programme,
    List<Amount> amounts,
    List<Term> terms,
    List<Evidence> evidence,
    List<Exclusion> exclusions) {

  /** The shape of a new programme, which it keeps for ever. */
  public record NewProgramme(
      String nameUk, Programme.Kind kind, Programme.Per per, String payer, boolean liberatedOnly) {}

  /** Where a row stands in law and from when it holds. */
  public record Law(
      String act, String article, String source, LocalDate validFrom, LocalDate validTo) {}

  /** Either {@code amountMinor} in kopiykas or {@code pensions}. */
  public record Amount(
      String category, Long amountMinor, Integer pensions, Integer ageBelowYears, Law law) {}

  /** See {@link TermRow}. */
  public record Term(int months, boolean extendsItself, Law law) {}

  /** See {@link EvidenceRow}. */
  public record Evidence(String category, String evidence, Law law) {}

  /** See {@link ExclusionRow}. */
  public record Exclusion(String excluded, Integer months, Law law) {}

  Stream<Law> laws() {
    return Stream.of(
            amounts.stream().map(Amount::law),
            terms.stream().map(Term::law),
            evidence.stream().map(Evidence::law),
            exclusions.stream().map(Exclusion::law))
        .flatMap(each -> each);
  }
}
