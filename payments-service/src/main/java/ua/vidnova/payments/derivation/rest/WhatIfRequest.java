package ua.vidnova.payments.derivation.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.payments.award.AwardFacts;
import ua.vidnova.payments.award.Fault;
import ua.vidnova.payments.award.PensionKind;
import ua.vidnova.payments.derivation.Derivation;

/** Facts of an invented case; nothing of it is kept. Money in kopiykas. */
@Schema(name = "WhatIfRequest")
public record WhatIfRequest(
    PensionKind pensionKind,
    @Schema(examples = "2010-05-11") LocalDate grantedOn,
    @Schema(description = "The part that is indexed", examples = "300000")
        @Min(value = 1, message = "More than nothing.")
        @Max(value = MINOR_MAX, message = "At most 999 999 999.99 hryvnias.")
        Long baseAmountMinor,
    @Schema(description = "What was paid before the stop", examples = "330000")
        @NotNull(message = "Give the amount at the stop.")
        @Min(value = 1, message = "More than nothing.")
        @Max(value = MINOR_MAX, message = "At most 999 999 999.99 hryvnias.")
        Long monthlyAmountMinor,
    @Min(value = 0, message = "Not negative.") @Max(value = 100, message = "At most 100.")
        Integer insuranceYears,
    Boolean working,
    Sex sex,
    @Schema(examples = "1949-01-10") @NotNull(message = "Give the birth date.") LocalDate birthDate,
    @Schema(examples = "2022-08", implementation = String.class)
        @NotNull(message = "Give the first unpaid month.")
        YearMonth firstUnpaidMonth,
    @NotNull(message = "Say whose fault it was.") Fault fault,
    @Schema(examples = "2026-11-16") @NotNull(message = "Give the day of the application.")
        LocalDate appliedOn,
    @Schema(
            examples = "2026-11",
            implementation = String.class,
            description = "Period of the first payment; the application's month when absent")
        YearMonth firstPeriod,
    @Schema(description = "Months that are paid already", implementation = String[].class)
        @Size(max = 600, message = "At most 600 months.")
        List<@NotNull(message = "Leave it out.") YearMonth> settledMonths) {

  static final long MINOR_MAX = 99_999_999_999L;

  Derivation.Facts facts() {
    return new Derivation.Facts(
        new AwardFacts(
            pensionKind,
            grantedOn,
            baseAmountMinor,
            monthlyAmountMinor,
            insuranceYears,
            working,
            sex,
            birthDate,
            firstUnpaidMonth),
        fault,
        appliedOn,
        firstPeriod == null ? YearMonth.from(appliedOn) : firstPeriod,
        settledMonths == null ? Set.of() : Set.copyOf(settledMonths));
  }
}
