package ua.vidnova.payments.derivation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.payments.award.AwardFacts;
import ua.vidnova.payments.award.Fault;
import ua.vidnova.payments.award.PensionKind;
import ua.vidnova.payments.derivation.ArrearsMonth;
import ua.vidnova.payments.derivation.Derivation;
import ua.vidnova.payments.derivation.DerivationFile;
import ua.vidnova.payments.derivation.DerivedMonth;
import ua.vidnova.payments.derivation.Gap;
import ua.vidnova.payments.derivation.Step;
import ua.vidnova.payments.derivation.Totals;
import ua.vidnova.payments.law.LawValue;
import ua.vidnova.payments.law.Term;
import ua.vidnova.payments.law.rest.LawValueView;

/** What is owed for the past and from then on, with every step; all money in kopiykas. */
@Schema(name = "Derivation")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DerivationView(
    @Schema(description = "Absent in a what-if") UUID resumptionId,
    @Schema(description = "Absent in a what-if") UUID awardId,
    Facts facts,
    @Schema(description = "Facts that nobody told; an unknown fact never raises an amount")
        Set<AwardFacts.Unknown> unknown,
    @Schema(description = "Values of law that are not loaded; nothing is proposed without them")
        List<Gap> lawMissing,
    @Schema(examples = "UAH") String currency,
    Totals totals,
    List<Month> months,
    @Schema(description = "From which month on which amount is paid, as is known ahead")
        List<Amount> current,
    @Schema(description = "What recalculations found since; differences were paid or opened")
        List<RecalculatedView> recalculated,
    @Schema(description = "The values of law that the steps name") List<LawValueView> law,
    DecidedView proposal,
    DecidedView approval) {

  /** The facts that were taken. */
  @Schema(name = "DerivationFacts")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Facts(
      PensionKind pensionKind,
      LocalDate grantedOn,
      Long baseAmountMinor,
      long monthlyAmountMinor,
      Integer insuranceYears,
      Boolean working,
      Sex sex,
      @Schema(examples = "2022-08", implementation = String.class) YearMonth firstUnpaidMonth,
      Fault fault,
      LocalDate appliedOn,
      @Schema(examples = "2026-11", implementation = String.class) YearMonth firstPeriod) {

    static Facts of(Derivation.Facts facts) {
      var award = facts.award();
      return new Facts(
          award.kind(),
          award.grantedOn(),
          award.baseMinor(),
          award.amountAtStopMinor(),
          award.insuranceYears(),
          award.working(),
          award.sex(),
          award.firstUnpaidMonth(),
          facts.fault(),
          facts.appliedOn(),
          facts.firstPeriod());
    }
  }

  /** A month of the past. */
  @Schema(name = "DerivedArrearsMonth")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Month(
      @Schema(examples = "2025-03", implementation = String.class) YearMonth month,
      @Schema(examples = "377265") long amountMinor,
      List<StepView> steps,
      boolean payable,
      RuleView rule,
      @Schema(examples = "2026-11", implementation = String.class) YearMonth scheduledPeriod,
      RuleView scheduleRule) {

    static Month of(ArrearsMonth month, List<Step> steps) {
      var schedule = month.schedule();
      return new Month(
          month.month(),
          month.amountMinor(),
          steps.stream().map(StepView::of).toList(),
          month.isPayable(),
          RuleView.of(month.rule().name(), month.term()),
          schedule == null ? null : schedule.period(),
          schedule == null ? null : RuleView.of(schedule.rule().name(), schedule.term()));
    }
  }

  /** An amount from a month on. */
  @Schema(name = "DerivedAmount")
  public record Amount(
      @Schema(examples = "2026-11", implementation = String.class) YearMonth fromMonth,
      @Schema(examples = "377265") long amountMinor,
      List<StepView> steps) {

    static Amount of(DerivedMonth month) {
      return new Amount(
          month.month(), month.amountMinor(), month.steps().stream().map(StepView::of).toList());
    }
  }

  /** What a recalculation found, or what corrected facts made. */
  @Schema(name = "RecalculatedAmounts")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record RecalculatedView(
      UUID recalculationId,
      UUID correctionId,
      String reason,
      Instant at,
      List<RecalculatedMonth> months) {

    static RecalculatedView of(DerivationFile.Recalculated later) {
      return new RecalculatedView(
          later.recalculationId(),
          later.correctionId(),
          later.reason(),
          later.at(),
          later.months().stream().map(RecalculatedMonth::of).toList());
    }
  }

  /** A month as a recalculation found it. */
  @Schema(name = "RecalculatedMonth")
  public record RecalculatedMonth(
      @Schema(examples = "2026-03", implementation = String.class) YearMonth month,
      @Schema(examples = "377265") long amountMinor,
      List<StepView> steps) {

    static RecalculatedMonth of(DerivedMonth month) {
      return new RecalculatedMonth(
          month.month(), month.amountMinor(), month.steps().stream().map(StepView::of).toList());
    }
  }

  /** One step; {@code law} names values by their ids. */
  @Schema(name = "DerivationStep")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record StepView(
      Step.Code code,
      @Schema(examples = "2025-03", implementation = String.class) YearMonth since,
      long changeMinor,
      long amountMinor,
      List<UUID> law) {

    static StepView of(Step step) {
      return new StepView(
          step.code(),
          step.since(),
          step.changeMinor(),
          step.amountMinor(),
          step.law().stream().map(LawValue::id).toList());
    }
  }

  /** A rule about when a month is paid, and where it stands. */
  @Schema(name = "DerivationRule")
  public record RuleView(String code, Integer value, String act, String article, String source) {

    static RuleView of(String code, Term term) {
      return new RuleView(code, term.value(), term.act(), term.article(), term.source());
    }
  }

  /** Who took a step, and when. */
  @Schema(name = "DerivationDecision")
  public record DecidedView(String by, Instant at) {

    static DecidedView of(DerivationFile.Decided step) {
      return new DecidedView(step.by(), step.at());
    }
  }

  public static DerivationView of(DerivationFile file) {
    var derivation = file.derivation();
    var steps =
        derivation.months().stream()
            .collect(Collectors.toMap(DerivedMonth::month, DerivedMonth::steps));
    var about = file.about();
    return new DerivationView(
        about.map(DerivationFile.About::resumptionId).orElse(null),
        about.map(DerivationFile.About::awardId).orElse(null),
        Facts.of(derivation.facts()),
        derivation.facts().award().unknown(),
        derivation.gaps(),
        "UAH",
        Totals.of(derivation.arrears()),
        derivation.arrears().stream()
            .map(month -> Month.of(month, steps.getOrDefault(month.month(), List.of())))
            .toList(),
        derivation.current().stream().map(Amount::of).toList(),
        file.later().stream().map(RecalculatedView::of).toList(),
        law(file),
        about.flatMap(DerivationFile.About::proposed).map(DecidedView::of).orElse(null),
        about.flatMap(DerivationFile.About::approved).map(DecidedView::of).orElse(null));
  }

  private static List<LawValueView> law(DerivationFile file) {
    return Stream.concat(
            Stream.of(file.derivation().months(), file.derivation().current()),
            file.later().stream().map(DerivationFile.Recalculated::months))
        .flatMap(Collection::stream)
        .flatMap(month -> month.steps().stream())
        .flatMap(step -> step.law().stream())
        .distinct()
        .map(LawValueView::of)
        .toList();
  }
}
