package ua.vidnova.payments.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.locks.TransactionLock;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.channel.PaymentPreference.Recorded;
import ua.vidnova.payments.channel.PaymentPreference.Wish;
import ua.vidnova.payments.reach.ResidentsOfCaller;
import ua.vidnova.payments.resident.Channel;
import ua.vidnova.payments.resident.Resident;

/**
 * An officer writes down how a person wishes to be paid. Whichever record is named, it is theirs.
 * An account that does not stand yet is read from the statement by a second person before money
 * goes there.
 */
@ApplicationScoped
public class StatePreference {

  private static final String OBJECT = "payment-preference";

  private final ResidentsOfCaller residents;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final TransactionLock lock;
  private final AuditTrail audit;

  @Inject
  StatePreference(
      ResidentsOfCaller residents,
      Caller caller,
      KyivCalendar calendar,
      TransactionLock lock,
      AuditTrail audit) {
    this.residents = residents;
    this.caller = caller;
    this.calendar = calendar;
    this.lock = lock;
    this.audit = audit;
  }

  /** Empty when there is none, or it is not the caller's to see. */
  @Transactional
  public Optional<PaymentPreference> find(UUID residentId) {
    var found = personOf(residentId).flatMap(PaymentPreference::findOf);
    found.ifPresent(one -> audit.read(OBJECT, residentId, residentId));
    return found;
  }

  /**
   * Keeps a wish in the place of an earlier one; proposes it when its account does not stand yet.
   *
   * @param wish with its account as people write it
   * @param expectedVersion the version that the caller has read; empty when any will do
   */
  @Transactional
  public PreferenceOutcome state(UUID residentId, Wish wish, OptionalLong expectedVersion) {
    if (wish.statedOn().isAfter(calendar.today())) {
      return new PreferenceOutcome.InFuture();
    }
    if (wish.iban() == null) {
      return wish.channel() == Channel.BANK
          ? new PreferenceOutcome.AccountMissing()
          : keep(residentId, wish, expectedVersion);
    }
    return BankAccount.read(wish.iban())
        .map(iban -> new Wish(wish.channel(), iban, wish.statedOn()))
        .map(readable -> keep(residentId, readable, expectedVersion))
        .orElseGet(PreferenceOutcome.NotAnAccount::new);
  }

  private PreferenceOutcome keep(UUID residentId, Wish wish, OptionalLong expectedVersion) {
    return ofPerson(
        residentId,
        person -> {
          var known = PaymentPreference.findOf(person);
          if (isStale(known, expectedVersion)) {
            return new PreferenceOutcome.ChangedMeanwhile();
          }
          var preference = known.orElseGet(() -> PaymentPreference.of(person));
          preference.state(new Recorded(wish, caller.id(), calendar.now()));
          preference.persistAndFlush();
          var waits = preference.proposed().isPresent();
          audit.wrote(waits ? "proposed" : "stated", OBJECT, person, person);
          return waits
              ? new PreferenceOutcome.Proposed(preference)
              : new PreferenceOutcome.Stated(preference, known.isEmpty());
        });
  }

  /**
   * Another person read the account too: what was proposed stands, or what the registry told. The
   * same again changes nothing.
   *
   * @param account as people write it
   * @param expectedVersion the version that the caller has read; empty when any will do
   */
  @Transactional
  public PreferenceOutcome confirm(UUID residentId, String account, OptionalLong expectedVersion) {
    return BankAccount.read(account)
        .map(iban -> ofPerson(residentId, person -> confirmRead(person, iban, expectedVersion)))
        .orElseGet(PreferenceOutcome.NotAnAccount::new);
  }

  private PreferenceOutcome confirmRead(UUID person, String iban, OptionalLong expectedVersion) {
    var known = PaymentPreference.findOf(person);
    if (isStale(known, expectedVersion)) {
      return new PreferenceOutcome.ChangedMeanwhile();
    }
    var proposed = known.flatMap(PaymentPreference::proposed);
    if (proposed.isEmpty()) {
      return known
          .filter(one -> isConfirmed(one, iban))
          .<PreferenceOutcome>map(one -> new PreferenceOutcome.Stated(one, false))
          .orElseGet(() -> confirmRegistered(Resident.getLockedAnew(person), iban));
    }
    var preference = known.get();
    if (proposed.get().by().equals(caller.id())) {
      return new PreferenceOutcome.SamePerson();
    }
    if (!proposed.get().wish().iban().equals(iban)) {
      return new PreferenceOutcome.AccountsDisagree();
    }
    preference.confirm(caller.id(), calendar.now());
    preference.persistAndFlush();
    audit.wrote("confirmed", OBJECT, person, person);
    return new PreferenceOutcome.Stated(preference, false);
  }

  /** The registry does not tell who recorded it, so nobody confirms who may have done. */
  private PreferenceOutcome confirmRegistered(Resident person, String iban) {
    var stands = new PreferenceOutcome.RegisteredStands(iban, caller.id());
    if (person.isAccountConfirmed(iban, caller.id())) {
      return stands;
    }
    var waiting = person.waitingAccount();
    if (waiting.isEmpty()) {
      return new PreferenceOutcome.NothingProposed();
    }
    if (caller.hasRole(Roles.REGISTRAR)) {
      return new PreferenceOutcome.SamePerson();
    }
    if (!waiting.get().equals(iban)) {
      return new PreferenceOutcome.AccountsDisagree();
    }
    person.confirmAccount(caller.id(), calendar.now());
    audit.wrote("confirmed", OBJECT, person.id(), person.id());
    return stands;
  }

  private boolean isConfirmed(PaymentPreference preference, String iban) {
    return caller.id().equals(preference.accountConfirmedBy())
        && preference.standing().filter(one -> iban.equals(one.wish().iban())).isPresent();
  }

  /** Has what the registry knows stand again. */
  @Transactional
  public PreferenceOutcome withdraw(UUID residentId, OptionalLong expectedVersion) {
    return ofPerson(
        residentId,
        person -> {
          var known = PaymentPreference.findOf(person);
          if (isStale(known, expectedVersion)) {
            return new PreferenceOutcome.ChangedMeanwhile();
          }
          if (known.isEmpty()) {
            return new PreferenceOutcome.NotFound();
          }
          known.get().delete();
          audit.wrote("withdrew", OBJECT, person, person);
          return new PreferenceOutcome.Withdrawn();
        });
  }

  private PreferenceOutcome ofPerson(UUID residentId, Function<UUID, PreferenceOutcome> step) {
    var person = personOf(residentId);
    person.ifPresent(id -> lock.waitForOthersWith(OBJECT + " " + id));
    return person.map(step).orElseGet(PreferenceOutcome.NotFound::new);
  }

  private static boolean isStale(Optional<PaymentPreference> known, OptionalLong expectedVersion) {
    return expectedVersion.isPresent()
        && known.filter(one -> one.version() == expectedVersion.getAsLong()).isEmpty();
  }

  private Optional<UUID> personOf(UUID residentId) {
    return residents.findPerson(residentId).map(Resident::id);
  }
}
