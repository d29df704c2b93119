package ua.vidnova.payments.voucher;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.reach.ResidentsOfCaller;

/** Shows a resident's codes to who hands them over; every look is noted. */
@ApplicationScoped
public class ShowVouchers {

  private final ResidentsOfCaller residents;
  private final Vouchers vouchers;
  private final KyivCalendar calendar;
  private final AuditTrail audit;

  @Inject
  ShowVouchers(
      ResidentsOfCaller residents, Vouchers vouchers, KyivCalendar calendar, AuditTrail audit) {
    this.residents = residents;
    this.vouchers = vouchers;
    this.calendar = calendar;
    this.audit = audit;
  }

  /** The soonest to end first; empty when the resident is not there or not the caller's to see. */
  @Transactional
  public Optional<List<Voucher>> show(UUID residentId) {
    return residents
        .findPerson(residentId)
        .map(
            person -> {
              var open = vouchers.openOf(person.id(), calendar.today());
              audit.read("voucher", person.id(), person.id());
              return open;
            });
  }
}
