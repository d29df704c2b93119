package ua.vidnova.payments.programme.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.payments.programme.NewRows;
import ua.vidnova.payments.programme.Programme;

/** What an administrator wants to add to a programme. */
@Schema(name = "ProgrammeChangeRequest")
public record ChangeRequest(
    @NotNull(message = "Name the programme.") @Pattern(regexp = CODE, message = CODE_MESSAGE)
        String code,
    @Schema(description = "Only for a programme that is new") @Valid NewProgramme programme,
    @Size(max = 50, message = "At most 50.") List<@NotNull @Valid Amount> amounts,
    @Size(max = 50, message = "At most 50.") List<@NotNull @Valid Term> terms,
    @Size(max = 50, message = "At most 50.") List<@NotNull @Valid Evidence> evidence,
    @Size(max = 50, message = "At most 50.") List<@NotNull @Valid Exclusion> exclusions) {

  private static final String CODE = "[A-Z][A-Z_]{1,39}";
  private static final String CODE_OR_ALL = "\\*|" + CODE;
  private static final String CODE_MESSAGE = "Use capital Latin letters and underscores.";

  /** The shape of a new programme. */
  @Schema(name = "NewProgramme")
  public record NewProgramme(
      @NotBlank(message = "Give its name.") @Size(max = 200, message = "At most 200 characters.")
          String nameUk,
      @NotNull(message = "Say whether it recurs.") Programme.Kind kind,
      @NotNull(message = "Say for what it is given.") Programme.Per per,
      @NotNull(message = "Name who pays.") String payer,
      boolean liberatedOnly) {}

  /** Where a row stands in law and from when it holds. */
  @Schema(name = "ProgrammeLaw")
  public record Law(
      @NotBlank(message = "Name the act.") @Size(max = 200, message = "At most 200 characters.")
          String act,
      @NotBlank(message = "Name the article.") @Size(max = 200, message = "At most 200 characters.")
          String article,
      @NotBlank(message = "Say where it was seen.")
          @Size(max = 500, message = "At most 500 characters.")
          String source,
      @NotNull(message = "Say from when it holds.") LocalDate validFrom,
      LocalDate validTo) {

    NewRows.Law rows() {
      return new NewRows.Law(act.strip(), article.strip(), source.strip(), validFrom, validTo);
    }
  }

  /** See {@link ProgrammeView.Amount}. */
  @Schema(name = "NewProgrammeAmount")
  public record Amount(
      @NotNull(message = "Name the category.") @Pattern(regexp = CODE, message = CODE_MESSAGE)
          String category,
      @Min(value = 1, message = "Above zero.")
          @Max(value = 10_000_000_000L, message = "At most a hundred million hryvnias.")
          Long amountMinor,
      @Min(value = 1, message = "1 to 12.") @Max(value = 12, message = "1 to 12.") Integer pensions,
      @Min(value = 1, message = "1 to 150.") @Max(value = 150, message = "1 to 150.")
          Integer ageBelowYears,
      @NotNull(message = "Say where it stands.") @Valid Law law) {}

  /** See {@link ProgrammeView.Term}. */
  @Schema(name = "NewProgrammeTerm")
  public record Term(
      @Min(value = 1, message = "1 to 600.") @Max(value = 600, message = "1 to 600.") int months,
      boolean extendsItself,
      @NotNull(message = "Say where it stands.") @Valid Law law) {}

  /** See {@link ProgrammeView.Evidence}. */
  @Schema(name = "NewProgrammeEvidence")
  public record Evidence(
      @NotNull(message = "Name the category.")
          @Pattern(regexp = CODE_OR_ALL, message = CODE_MESSAGE)
          String category,
      @NotNull(message = "Name the paper.") @Pattern(regexp = CODE, message = CODE_MESSAGE)
          String evidence,
      @NotNull(message = "Say where it stands.") @Valid Law law) {}

  /** See {@link ProgrammeView.Exclusion}. */
  @Schema(name = "NewProgrammeExclusion")
  public record Exclusion(
      @NotNull(message = "Name the programme.") @Pattern(regexp = CODE, message = CODE_MESSAGE)
          String excluded,
      @Min(value = 1, message = "1 to 600.") @Max(value = 600, message = "1 to 600.")
          Integer months,
      @NotNull(message = "Say where it stands.") @Valid Law law) {}

  NewRows rows() {
    return new NewRows(
        programme == null
            ? null
            : new NewRows.NewProgramme(
                programme.nameUk().strip(),
                programme.kind(),
                programme.per(),
                programme.payer(),
                programme.liberatedOnly()),
        all(amounts).stream()
            .map(
                row ->
                    new NewRows.Amount(
                        row.category(),
                        row.amountMinor(),
                        row.pensions(),
                        row.ageBelowYears(),
                        row.law().rows()))
            .toList(),
        all(terms).stream()
            .map(row -> new NewRows.Term(row.months(), row.extendsItself(), row.law().rows()))
            .toList(),
        all(evidence).stream()
            .map(row -> new NewRows.Evidence(row.category(), row.evidence(), row.law().rows()))
            .toList(),
        all(exclusions).stream()
            .map(row -> new NewRows.Exclusion(row.excluded(), row.months(), row.law().rows()))
            .toList());
  }

  private static <T> List<T> all(List<T> rows) {
    return rows == null ? List.of() : rows;
  }
}
