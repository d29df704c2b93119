package ua.vidnova.payments.resumption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import ua.vidnova.chassis.events.Outbox;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.application.Applications;
import ua.vidnova.payments.award.Award;
import ua.vidnova.payments.identification.Standings;
import ua.vidnova.payments.law.LegalTerms;
import ua.vidnova.payments.law.TermCode;
import ua.vidnova.payments.resident.Resident;

/**
 * Opens the case of a locked, dormant award. The day of an open application counts; without one the
 * identification is the application.
 */
@ApplicationScoped
public class OpenResumption {

  private final LegalTerms law;
  private final Applications applications;
  private final Standings standings;
  private final Outbox outbox;
  private final KyivCalendar calendar;

  @Inject
  OpenResumption(
      LegalTerms law,
      Applications applications,
      Standings standings,
      Outbox outbox,
      KyivCalendar calendar) {
    this.law = law;
    this.applications = applications;
    this.standings = standings;
    this.outbox = outbox;
    this.calendar = calendar;
  }

  /** The application is the oldest open one, or else the person's last identification. */
  @Transactional
  public Resumption open(Award award, Resident resident) {
    return open(
        award,
        resident,
        applications
            .dayOfOpen(resident.id(), award.id())
            .orElseGet(
                () -> standings.of(List.of(resident.id())).get(resident.id()).identifiedOn()));
  }

  /** The same with an application of a known day. */
  @Transactional
  public Resumption open(Award award, Resident resident, LocalDate appliedOn) {
    var days = law.read().on(appliedOn, TermCode.DECISION_DAYS).value();
    var resumption =
        Resumption.open(award, resident.id(), appliedOn, appliedOn.plusDays(days), calendar.now());
    outbox.append(new ResumptionOpened(resumption.id(), award.id(), resident.id()));
    return resumption;
  }
}
