package ua.vidnova.payments.resumption.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.payments.channel.WayReason;
import ua.vidnova.payments.derivation.ArrearsMonth;
import ua.vidnova.payments.derivation.ArrearsMonth.ScheduleRule;
import ua.vidnova.payments.law.Term;
import ua.vidnova.payments.resumption.CaseFile;
import ua.vidnova.payments.resumption.Condition;
import ua.vidnova.payments.resumption.Resumption;
import ua.vidnova.payments.resumption.ResumptionKind;
import ua.vidnova.payments.resumption.ResumptionState;
import ua.vidnova.payments.run.HoldReason;

/** A resumption as payments staff see it: the state, what is missing, and what is owed and why. */
@Schema(name = "Resumption")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResumptionView(
    UUID id,
    UUID awardId,
    UUID residentId,
    String settlement,
    ResumptionKind kind,
    ResumptionState state,
    @Schema(description = "Day of identification, which counts as the application")
        LocalDate appliedOn,
    @Schema(description = "Last day for a decision (art. 49)") LocalDate decideBy,
    Instant openedAt,
    @Schema(description = "What stands in the way of a proposal; empty once decided")
        List<ConditionView> openConditions,
    @Schema(description = "What may change by itself, and keeps nobody from a proposal")
        List<WarningView> warnings,
    @Schema(description = "When the person was last identified") LocalDate identifiedOn,
    @Schema(description = "When the person last declared to receive no Russian pension")
        LocalDate declaredOn,
    Arrears arrears,
    Step proposal,
    Step approval,
    Refusal refusal,
    Instant closedAt,
    @Schema(description = "When the first payment reached the person") Instant resumedAt) {

  /** Something that is missing, and what to do about it. */
  @Schema(name = "OpenCondition")
  public record ConditionView(
      @Schema(examples = "DECLARATION_MISSING") Condition code, String message) {

    static ConditionView of(Condition condition) {
      return new ConditionView(condition, condition.message());
    }
  }

  /** Why a payment would be held if it were sent today. */
  @Schema(name = "ResumptionWarning")
  public record WarningView(@Schema(examples = "POST_NOT_WORKING") WayReason code, String message) {

    static WarningView of(WayReason hold) {
      return new WarningView(hold, HoldReason.valueOf(hold.name()).message());
    }
  }

  /** What is owed for the past, in kopiykas; as proposed, or as it would be proposed today. */
  @Schema(name = "Arrears")
  public record Arrears(
      @Schema(examples = "12456900") long payableMinor,
      @Schema(examples = "4152300", description = "Paid at once") long firstPaymentMinor,
      @Schema(description = "Cut by a rule") long cutMinor,
      @Schema(examples = "UAH") String currency,
      List<Month> months) {

    static Arrears of(List<ArrearsMonth> months, String currency) {
      return new Arrears(
          sum(months, ArrearsMonth::isPayable),
          sum(
              months,
              month -> month.isPayable() && month.schedule().rule() == ScheduleRule.FIRST_PAYMENT),
          sum(months, month -> !month.isPayable()),
          currency,
          months.stream().map(month -> Month.of(month, currency)).toList());
    }

    private static long sum(List<ArrearsMonth> months, Predicate<ArrearsMonth> which) {
      return months.stream()
          .filter(which)
          .mapToLong(ArrearsMonth::amountMinor)
          .reduce(0, Math::addExact);
    }
  }

  /** One unpaid month. */
  @Schema(name = "ArrearsMonth")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Month(
      @Schema(examples = "2024-03", implementation = String.class) YearMonth month,
      @Schema(examples = "346025") long amountMinor,
      String currency,
      boolean payable,
      Rule rule,
      @Schema(
              examples = "2026-11",
              implementation = String.class,
              description = "Period in which it is paid; absent when cut")
          YearMonth scheduledPeriod,
      Rule scheduleRule) {

    static Month of(ArrearsMonth month, String currency) {
      var schedule = month.schedule();
      return new Month(
          month.month(),
          month.amountMinor(),
          currency,
          month.isPayable(),
          Rule.of(month.rule().name(), month.term()),
          schedule == null ? null : schedule.period(),
          schedule == null ? null : Rule.of(schedule.rule().name(), schedule.term()));
    }
  }

  /** A rule that was applied, and where it stands. */
  @Schema(name = "AppliedRule")
  public record Rule(
      @Schema(examples = "WITHIN_LIMIT") String code,
      @Schema(examples = "36", description = "The number of the law; null is no limit")
          Integer value,
      @Schema(examples = "Закон України № 1058-IV") String act,
      @Schema(examples = "ст. 46 ч. 1") String article,
      String source) {

    static Rule of(String code, Term term) {
      return new Rule(code, term.value(), term.act(), term.article(), term.source());
    }
  }

  /** Who took a step, and when. */
  @Schema(name = "Step")
  public record Step(String by, Instant at) {

    static Step of(String by, Instant at) {
      return by == null ? null : new Step(by, at);
    }
  }

  /** Who refused, when and why. */
  @Schema(name = "Refusal")
  public record Refusal(String by, Instant at, String reason) {

    static Refusal of(Resumption resumption) {
      return resumption.refusedBy() == null
          ? null
          : new Refusal(resumption.refusedBy(), resumption.refusedAt(), resumption.refusalReason());
    }
  }

  static ResumptionView of(CaseFile file) {
    var resumption = file.resumption();
    return new ResumptionView(
        resumption.id(),
        resumption.awardId(),
        resumption.residentId(),
        file.resident().settlement(),
        resumption.kind(),
        resumption.state(),
        resumption.appliedOn(),
        resumption.decideBy(),
        resumption.openedAt(),
        file.openConditions().stream().map(ConditionView::of).toList(),
        file.hold().stream().map(WarningView::of).toList(),
        file.standing().identifiedOn(),
        file.standing().declaredOn(),
        Arrears.of(file.arrears(), file.award().currency()),
        Step.of(resumption.proposedBy(), resumption.proposedAt()),
        Step.of(resumption.approvedBy(), resumption.approvedAt()),
        Refusal.of(resumption),
        resumption.closedAt(),
        resumption.resumedAt());
  }
}
