package ua.vidnova.payments.resumption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import ua.vidnova.chassis.events.Outbox;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.application.Applications;
import ua.vidnova.payments.award.Award;
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
  private final Outbox outbox;
  private final KyivCalendar calendar;

  @Inject
  OpenResumption(LegalTerms law, Applications applications, Outbox outbox, KyivCalendar calendar) {
    this.law = law;
    this.applications = applications;
    this.outbox = outbox;
    this.calendar = calendar;
  }

  @Transactional
  public Resumption open(Award award, Resident resident) {
    var appliedOn =
        applications
            .dayOfOpen(resident.id(), award.id())
            .orElseGet(() -> resident.identity().identifiedOn());
    var days = law.read().on(appliedOn, TermCode.DECISION_DAYS).value();
    var resumption =
        Resumption.open(award, resident.id(), appliedOn, appliedOn.plusDays(days), calendar.now());
    outbox.append(new ResumptionOpened(resumption.id(), award.id(), resident.id()));
    return resumption;
  }
}
