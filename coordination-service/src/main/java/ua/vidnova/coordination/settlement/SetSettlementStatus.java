package ua.vidnova.coordination.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.OptionalLong;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.events.Outbox;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.coordination.settlement.StatusOutcome.Reason;

/** A coordinator says what a settlement's status is; all services hear of it. */
@ApplicationScoped
public class SetSettlementStatus {

  private final Caller caller;
  private final KyivCalendar calendar;
  private final Outbox outbox;
  private final AuditTrail trail;

  @Inject
  SetSettlementStatus(Caller caller, KyivCalendar calendar, Outbox outbox, AuditTrail trail) {
    this.caller = caller;
    this.calendar = calendar;
    this.outbox = outbox;
    this.trail = trail;
  }

  /**
   * What the coordinator wants.
   *
   * @param settlement KATOTTG code
   * @param effectiveOn first day of the status, in Kyiv
   * @param source order or report that it rests on; null when none is named
   * @param readVersion version that the coordinator has seen; empty when they do not mind
   */
  public record Wish(
      String settlement,
      Status status,
      LocalDate effectiveOn,
      String source,
      OptionalLong readVersion) {}

  @Transactional
  public StatusOutcome set(Wish wish) {
    if (!Territories.ukraine().isSettlement(wish.settlement())) {
      return new StatusOutcome.Refused(Reason.NOT_A_SETTLEMENT);
    }
    if (!caller.covers(wish.settlement())) {
      return new StatusOutcome.Refused(Reason.OUTSIDE_YOUR_TERRITORY);
    }
    var settlement = SettlementStatus.lock(wish.settlement());
    if (wish.readVersion().orElse(settlement.version()) != settlement.version()) {
      return new StatusOutcome.Refused(Reason.CHANGED_MEANWHILE);
    }
    var verdict =
        StatusRules.judge(
            settlement.status(),
            settlement.effectiveOn(),
            wish.status(),
            wish.effectiveOn(),
            calendar.today());
    return switch (verdict) {
      case IN_THE_FUTURE -> new StatusOutcome.Refused(Reason.IN_THE_FUTURE);
      case BEFORE_PRESENT -> new StatusOutcome.Refused(Reason.BEFORE_PRESENT);
      case ALREADY_SO -> new StatusOutcome.Set(settlement);
      case CHANGE -> change(settlement, wish);
    };
  }

  private StatusOutcome change(SettlementStatus settlement, Wish wish) {
    settlement.become(wish.status(), wish.effectiveOn());
    new SettlementStatusEntry(wish, calendar.now(), caller.id()).persist();
    outbox.append(
        new SettlementStatusChanged(wish.settlement(), wish.status(), wish.effectiveOn()));
    trail.wrote("status-set", "settlement", null, null);
    return new StatusOutcome.Set(settlement);
  }
}
