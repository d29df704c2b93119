package ua.vidnova.payments.programme.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.payments.programme.Basis;
import ua.vidnova.payments.programme.Programme;

/** A programme with the rows that hold on a day. */
@Schema(name = "Programme")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProgrammeView(
    @Schema(examples = "LIBERATED_ONE_OFF") String code,
    String nameUk,
    Programme.Kind kind,
    @Schema(description = "For what it is given, and, when one-off, once only") Programme.Per per,
    Programme.Entrance entrance,
    @Schema(examples = "00035323") String payer,
    boolean hasArrears,
    boolean liberatedOnly,
    List<Amount> amounts,
    List<Term> terms,
    List<Evidence> evidence,
    List<Exclusion> exclusions) {

  /** Where a row stands in law and when it holds. */
  @Schema(name = "ProgrammeBasis")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record BasisView(
      @Schema(examples = "Постанова КМУ № 1195 від 21.10.2022") String act,
      String article,
      String source,
      LocalDate validFrom,
      @Schema(description = "First day on which it no longer holds") LocalDate validTo) {

    static BasisView of(Basis basis) {
      return new BasisView(
          basis.act(), basis.article(), basis.source(), basis.validFrom(), basis.validTo());
    }
  }

  /** How much a category gets: kopiykas, or monthly pensions of the person who died. */
  @Schema(name = "ProgrammeAmount")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Amount(
      @Schema(examples = "CHILD") String category,
      @Schema(examples = "300000") Long amountMinor,
      String currency,
      Integer pensions,
      Integer ageBelowYears,
      BasisView basis) {}

  /** For how many months it is granted. */
  @Schema(name = "ProgrammeTerm")
  public record Term(int months, boolean extendsItself, BasisView basis) {}

  /** A kind of paper that must be seen; category * is every one. */
  @Schema(name = "ProgrammeEvidence")
  public record Evidence(String category, String evidence, BasisView basis) {}

  /** A programme that keeps a person from this one; without months for ever. */
  @Schema(name = "ProgrammeExclusion")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Exclusion(String excluded, Integer months, BasisView basis) {}

  static ProgrammeView of(Programme programme) {
    return new ProgrammeView(
        programme.code(),
        programme.nameUk(),
        programme.kind(),
        programme.per(),
        programme.entrance(),
        programme.payer(),
        programme.hasArrears(),
        programme.liberatedOnly(),
        programme.amounts().stream()
            .map(
                row ->
                    new Amount(
                        row.category(),
                        row.amountMinor(),
                        row.amountMinor() == null ? null : "UAH",
                        row.pensions(),
                        row.ageBelowYears(),
                        BasisView.of(row.basis())))
            .toList(),
        programme.terms().stream()
            .map(row -> new Term(row.months(), row.extendsItself(), BasisView.of(row.basis())))
            .toList(),
        programme.evidence().stream()
            .map(row -> new Evidence(row.category(), row.evidence(), BasisView.of(row.basis())))
            .toList(),
        programme.exclusions().stream()
            .map(row -> new Exclusion(row.excluded(), row.months(), BasisView.of(row.basis())))
            .toList());
  }
}
