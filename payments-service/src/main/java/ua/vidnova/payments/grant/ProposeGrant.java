package ua.vidnova.payments.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.programme.AmountRow;
import ua.vidnova.payments.programme.Programme;
import ua.vidnova.payments.programme.Programmes;
import ua.vidnova.payments.resident.Resident;

/** The officer's step: a programme is proposed for a resident, with what was seen of papers. */
@ApplicationScoped
public class ProposeGrant {

  private static final int MONTHS_AHEAD_MAX = 12;

  private final Programmes programmes;
  private final GrantFacts facts;
  private final GrantFiles files;
  private final GrantRows rows;
  private final PensionAtDeath pensionAtDeath;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final AuditTrail audit;

  @Inject
  ProposeGrant(
      Programmes programmes,
      GrantFacts facts,
      GrantFiles files,
      GrantRows rows,
      PensionAtDeath pensionAtDeath,
      Caller caller,
      KyivCalendar calendar,
      AuditTrail audit) {
    this.programmes = programmes;
    this.facts = facts;
    this.files = files;
    this.rows = rows;
    this.pensionAtDeath = pensionAtDeath;
    this.caller = caller;
    this.calendar = calendar;
    this.audit = audit;
  }

  /**
   * What an officer asks for.
   *
   * @param aboutId the child, household or dead person for whom it is given; null when for the
   *     resident
   * @param from first month; null is this month
   */
  public record Request(
      UUID residentId,
      String programme,
      String category,
      UUID aboutId,
      YearMonth from,
      List<NewGrant.Paper> papers) {}

  @Transactional
  public Proposal propose(Request asked) {
    var programme =
        programmes.list().stream()
            .filter(one -> one.code().equals(asked.programme()))
            .filter(one -> one.entrance() == Programme.Entrance.GRANT)
            .findFirst();
    return programme
        .map(one -> propose(one, asked))
        .orElseGet(() -> unacceptable("programme", "unknown", "Take one that can be granted."));
  }

  private Proposal propose(Programme programme, Request asked) {
    var thisMonth = YearMonth.from(calendar.today());
    var from = Optional.ofNullable(asked.from()).orElse(thisMonth);
    if (from.isBefore(thisMonth)) {
      return unacceptable("fromMonth", "in-the-past", "Aid is not granted for past months.");
    }
    if (from.isAfter(thisMonth.plusMonths(MONTHS_AHEAD_MAX))) {
      return unacceptable("fromMonth", "too-far-ahead", "At most a year ahead.");
    }
    var amount = programme.amountOn(from.atDay(1), asked.category());
    if (amount.isEmpty()) {
      return unacceptable("category", "no-amount", "The programme has no such category then.");
    }
    if ((programme.per() == Programme.Per.PERSON) != (asked.aboutId() == null)) {
      return asked.aboutId() == null
          ? unacceptable("aboutId", "required", "Say for whom it is given.")
          : unacceptable("aboutId", "not-here", "It is for the resident alone.");
    }
    if (!isCovered(asked.residentId())) {
      return unacceptable("residentId", "unknown", "There is no such resident for you.");
    }
    if (programme.per() == Programme.Per.DEATH && !isCovered(asked.aboutId())) {
      return unacceptable("aboutId", "unknown", "There is no such resident for you.");
    }
    var sum = sumOf(amount.get(), asked.aboutId());
    return sum.isPresent()
        ? keep(programme, amount.get(), asked, from, sum.getAsLong())
        : unacceptable("aboutId", "no-pension", "No pension of this person is known.");
  }

  private boolean isCovered(UUID residentId) {
    return Resident.<Resident>findByIdOptional(residentId)
        .map(resident -> resident.person().settlement())
        .filter(caller::covers)
        .isPresent();
  }

  private OptionalLong sumOf(AmountRow amount, UUID aboutId) {
    if (amount.amountMinor() != null) {
      return OptionalLong.of(amount.amountMinor());
    }
    var pension = pensionAtDeath.find(aboutId);
    return pension.isPresent()
        ? OptionalLong.of(Math.multiplyExact(pension.getAsLong(), amount.pensions().longValue()))
        : pension;
  }

  private Proposal keep(
      Programme programme, AmountRow amount, Request asked, YearMonth from, long sumMinor) {
    var question = new GrantFacts.Question(Ids.newId(), asked.residentId(), asked.aboutId());
    var known = facts.of(List.of(question)).get(question.id());
    var grant =
        new NewGrant(
            question.id(),
            programme,
            amount,
            asked.residentId(),
            asked.aboutId(),
            from,
            EligibilityRules.lastMonth(programme, amount, from, known.subjectBirth()).orElse(null),
            sumMinor,
            asked.papers(),
            null);
    if (rows.insert(List.of(grant), caller.id(), calendar.now()).isEmpty()) {
      return new Proposal.GrantedBefore();
    }
    var file = files.find(grant.id()).orElseThrow();
    audit.wrote("proposed", "grant", grant.id(), grant.residentId());
    return new Proposal.Made(file);
  }

  private static Proposal unacceptable(String field, String code, String message) {
    return new Proposal.Unacceptable(field, code, message);
  }
}
