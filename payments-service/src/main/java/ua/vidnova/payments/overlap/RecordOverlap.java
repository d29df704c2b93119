package ua.vidnova.payments.overlap;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.award.Award;
import ua.vidnova.payments.award.SuspensionGround;
import ua.vidnova.payments.law.LegalTerms;
import ua.vidnova.payments.law.TermCode;
import ua.vidnova.payments.overlap.Overlap.Period;
import ua.vidnova.payments.run.RunLock;
import ua.vidnova.payments.suspension.AwardsOfCaller;
import ua.vidnova.payments.suspension.SuspendAwards;

/**
 * An officer records that the owner of an award receives a Russian pension. One that lasts suspends
 * the award; months that are owed and on no way are not due any more; what was paid for them is
 * shown for people to settle, never taken back by itself.
 */
@ApplicationScoped
public class RecordOverlap {

  private static final String NOT_DUE =
      """
      update payable_unit u set state = 'NOT_DUE'
      where u.award_id = ? and u.state = 'OUTSTANDING' and u.month >= ? and u.month <= ?
        and not exists (
          select from instruction i where i.unit_id = u.id and i.state in ('ISSUED', 'PAID'))
      """;

  private final AwardsOfCaller awards;
  private final SuspendAwards suspendAwards;
  private final RunLock runLock;
  private final LegalTerms law;
  private final AgroalDataSource database;
  private final EntityManager entities;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final AuditTrail audit;

  @Inject
  RecordOverlap(
      AwardsOfCaller awards,
      SuspendAwards suspendAwards,
      RunLock runLock,
      LegalTerms law,
      AgroalDataSource database,
      EntityManager entities,
      Caller caller,
      KyivCalendar calendar,
      AuditTrail audit) {
    this.awards = awards;
    this.suspendAwards = suspendAwards;
    this.runLock = runLock;
    this.law = law;
    this.database = database;
    this.entities = entities;
    this.caller = caller;
    this.calendar = calendar;
    this.audit = audit;
  }

  @Transactional
  public OverlapOutcome record(UUID awardId, Period period, String source) {
    runLock.takeAlone();
    return awards
        .findLocked(awardId)
        .map(award -> record(award, period, source))
        .orElseGet(OverlapOutcome.NotFound::new);
  }

  /** Says which month was the last. The award stays suspended until two people resume it. */
  @Transactional
  public OverlapOutcome end(UUID overlapId, YearMonth last) {
    var overlap = Overlap.<Overlap>findByIdOptional(overlapId);
    var award = overlap.flatMap(found -> awards.findLocked(found.awardId()));
    if (award.isEmpty()) {
      return new OverlapOutcome.NotFound();
    }
    entities.refresh(overlap.get());
    if (!overlap.get().isLasting()) {
      return new OverlapOutcome.EndedBefore();
    }
    if (last.isBefore(overlap.get().period().from())) {
      return new OverlapOutcome.EndsTooEarly();
    }
    overlap.get().end(last, caller.id(), calendar.now());
    audit.wrote("ended", "overlap", overlapId, award.get().residentId());
    return new OverlapOutcome.Kept(overlap.get());
  }

  private OverlapOutcome record(Award award, Period period, String source) {
    if (Overlap.listOf(List.of(award.id())).stream()
        .anyMatch(known -> known.period().meets(period))) {
      return new OverlapOutcome.MeetsAnother();
    }
    var overlap = Overlap.record(award.id(), period, source, caller.id(), calendar.now());
    entities.flush();
    if (law.read().on(calendar.today(), TermCode.OVERLAP_MONTHS_OWED).value() == 0) {
      oweNoMore(award.id(), period);
    }
    if (overlap.isLasting()) {
      suspendAwards.suspend(
          List.of(award.id()), SuspensionGround.RUSSIAN_PENSION, calendar.today(), null);
    }
    audit.wrote("recorded", "overlap", overlap.id(), award.residentId());
    return new OverlapOutcome.Kept(overlap);
  }

  private void oweNoMore(UUID awardId, Period period) {
    var last = period.to() == null ? YearMonth.from(calendar.today()) : period.to();
    try (var connection = database.getConnection();
        var update = connection.prepareStatement(NOT_DUE)) {
      update.setObject(1, awardId);
      update.setObject(2, period.from().atDay(1));
      update.setObject(3, last.atDay(1));
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Months of an overlap could not be taken back", e);
    }
  }
}
