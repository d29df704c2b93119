package ua.vidnova.payments.correction.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.payments.award.PensionKind;
import ua.vidnova.payments.awardimport.PensionDetails;
import ua.vidnova.payments.awardimport.StatedFacts;

/** Facts of a pension as they are stated and shown; what is absent is unknown. */
@Schema(name = "StatedFacts")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FactsView(
    @Schema(examples = "346025", description = "What was paid before the stop, in kopiykas")
        @NotNull(message = "Say how much was paid.")
        @Min(value = 1, message = "More than nothing.")
        @Max(value = MINOR_MAX, message = "Less than a milliard hryvnias.")
        Long monthlyAmountMinor,
    PensionKind pensionKind,
    LocalDate grantedOn,
    @Schema(examples = "300000", description = "The part that indexation raises, in kopiykas")
        @Min(value = 1, message = "More than nothing.")
        @Max(value = MINOR_MAX, message = "Less than a milliard hryvnias.")
        Long baseAmountMinor,
    @Schema(examples = "36")
        @Min(value = 0, message = "0 or more.")
        @Max(value = 99, message = "99 or less.")
        Integer insuranceYears,
    @Schema(description = "Whether the person works and is insured") Boolean working,
    @Schema(description = "When absent, that of the number") Sex sex) {

  private static final long MINOR_MAX = 99_999_999_999L;

  static FactsView of(StatedFacts facts) {
    var details = facts.details();
    return new FactsView(
        facts.monthlyAmountMinor(),
        details.kind(),
        details.grantedOn(),
        details.baseAmountMinor(),
        details.insuranceYears(),
        details.working(),
        details.sex());
  }

  StatedFacts facts() {
    return new StatedFacts(
        monthlyAmountMinor,
        new PensionDetails(pensionKind, grantedOn, baseAmountMinor, insuranceYears, working, sex));
  }

  @Override
  public String toString() {
    return "FactsView[withheld]";
  }
}
