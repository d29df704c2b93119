package ua.vidnova.payments.aidlist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.locks.TransactionLock;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.aidlist.ListFile.Reading;
import ua.vidnova.payments.grant.EligibilityRules;
import ua.vidnova.payments.grant.GrantCondition;
import ua.vidnova.payments.grant.GrantFacts;
import ua.vidnova.payments.grant.GrantRows;
import ua.vidnova.payments.grant.NewGrant;
import ua.vidnova.payments.programme.AmountRow;
import ua.vidnova.payments.programme.Programme;
import ua.vidnova.payments.programme.Programmes;
import ua.vidnova.payments.settlement.SettlementStatus;

/**
 * Takes over a list: each line becomes a proposed grant or is refused with its reasons. That the
 * resident is on the list proves their residence. Looks up a thousand lines at a time.
 */
@ApplicationScoped
public class TakeAidList {

  private static final int LINES_PER_CHUNK = 1000;
  private static final String PROVEN_BY_THE_LIST = "RESIDENCE_AT_LIBERATION";

  private final Programmes programmes;
  private final GrantFacts facts;
  private final GrantRows grants;
  private final ListRows rows;
  private final TransactionLock lock;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final AuditTrail audit;
  private final EntityManager entities;

  @Inject
  TakeAidList(
      Programmes programmes,
      GrantFacts facts,
      GrantRows grants,
      ListRows rows,
      TransactionLock lock,
      Caller caller,
      KyivCalendar calendar,
      AuditTrail audit,
      EntityManager entities) {
    this.programmes = programmes;
    this.facts = facts;
    this.grants = grants;
    this.rows = rows;
    this.lock = lock;
    this.caller = caller;
    this.calendar = calendar;
    this.audit = audit;
    this.entities = entities;
  }

  /** What came of a list. */
  public sealed interface Outcome {

    /** It is new, and waits for another person. */
    record Taken(UUID listId) implements Outcome {}

    /** The very same list had come before. */
    record TakenBefore(UUID listId) implements Outcome {}

    /** The settlement is not the caller's to see. */
    record NotFound() implements Outcome {}

    /** The settlement is not liberated. */
    record NotLiberated() implements Outcome {}

    /** There is no such one-off programme for people of liberated settlements. */
    record UnknownProgramme() implements Outcome {}
  }

  @Transactional
  public Outcome take(String settlement, String programmeCode, ListFile file) {
    if (!caller.covers(settlement)) {
      return new Outcome.NotFound();
    }
    var programme =
        programmes
            .find(programmeCode)
            .filter(one -> one.liberatedOnly() && one.isOneOff())
            .filter(one -> one.per() == Programme.Per.PERSON);
    if (programme.isEmpty()) {
      return new Outcome.UnknownProgramme();
    }
    var liberatedOn = SettlementStatus.liberatedOn(settlement, calendar.today());
    if (liberatedOn.isEmpty()) {
      return new Outcome.NotLiberated();
    }
    lock.waitForOthersWith("aid-list " + settlement);
    var list =
        new AidList(
            Ids.newId(), programmeCode, settlement, liberatedOn.get(), caller.id(), calendar.now());
    return take(list, programme.get(), file);
  }

  private Outcome take(AidList list, Programme programme, ListFile file) {
    var readings = new ArrayList<Reading>();
    for (var reading = file.next(); reading.isPresent(); reading = file.next()) {
      readings.add(reading.get());
    }
    var sha256 = file.sha256();
    var known = AidList.findByContent(list.programme(), list.settlement(), sha256);
    if (known.isPresent()) {
      return new Outcome.TakenBefore(known.get().id());
    }
    var proposed = new ArrayList<UUID>();
    var refusals = new ArrayList<RefusedListLine>();
    for (var from = 0; from < readings.size(); from += LINES_PER_CHUNK) {
      var to = Math.min(from + LINES_PER_CHUNK, readings.size());
      proposed.addAll(propose(list, programme, readings.subList(from, to), refusals));
    }
    list.counted(
        sha256,
        proposed.size(),
        (int) refusals.stream().map(RefusedListLine::line).distinct().count());
    list.persist();
    entities.flush();
    rows.insertRefusals(list.id(), refusals);
    audit.wroteAll("proposed", "aid-list", list.id(), proposed);
    return new Outcome.Taken(list.id());
  }

  private record Candidate(ListLine line, UUID residentId, GrantFacts.Question question) {}

  /** Returns the residents for whom lines are proposed; adds why the others are not. */
  private List<UUID> propose(
      AidList list, Programme programme, List<Reading> readings, List<RefusedListLine> refusals) {
    var lines = new ArrayList<ListLine>();
    for (var reading : readings) {
      switch (reading) {
        case Reading.Kept(var line) -> lines.add(line);
        case Reading.Refused(var refusal) -> refusals.add(refusal);
      }
    }
    var candidates = candidates(list.settlement(), lines, refusals);
    var known = facts.of(candidates.stream().map(Candidate::question).toList());
    var month = YearMonth.from(calendar.today());
    var free = new LinkedHashMap<UUID, Candidate>();
    var grantable = new ArrayList<NewGrant>();
    for (var candidate : candidates) {
      var amount = programme.amountOn(month.atDay(1), candidate.line().category());
      if (amount.isEmpty() || amount.get().amountMinor() == null) {
        refusals.add(
            RefusedListLine.of(candidate.line().line(), "category", LineFault.UNKNOWN_CATEGORY));
        continue;
      }
      var open =
          EligibilityRules.open(
              programme,
              new EligibilityRules.Asked(
                  candidate.line().category(), month, papers(candidate), amount.get().id()),
              known.get(candidate.question().id()));
      if (open.isEmpty()) {
        free.put(candidate.question().id(), candidate);
        grantable.add(grant(list, programme, amount.get(), candidate, month));
      }
      open.forEach(one -> refusals.add(RefusedListLine.of(candidate.line().line(), one.code())));
    }
    var kept = grants.insert(grantable, caller.id(), calendar.now());
    free.values().stream()
        .filter(one -> !kept.contains(one.question().id()))
        .forEach(
            one ->
                refusals.add(RefusedListLine.of(one.line().line(), GrantCondition.GRANTED_BEFORE)));
    return free.values().stream()
        .filter(one -> kept.contains(one.question().id()))
        .map(Candidate::residentId)
        .toList();
  }

  private List<Candidate> candidates(
      String settlement, List<ListLine> lines, List<RefusedListLine> refusals) {
    var holders = rows.holdersOf(lines);
    var found = new LinkedHashMap<ListLine, UUID>();
    for (var line : lines) {
      if (line.rnokpp() != null && holders.claimedTwice().contains(line.rnokpp())) {
        refusals.add(RefusedListLine.of(line.line(), "rnokpp", LineFault.NUMBER_CLAIMED_TWICE));
      } else {
        found.put(
            line,
            line.residentId() == null ? holders.residents().get(line.rnokpp()) : line.residentId());
      }
    }
    var places =
        rows.placesOf(found.values().stream().filter(Objects::nonNull).distinct().toList());
    var candidates = new ArrayList<Candidate>();
    found.forEach(
        (line, resident) -> {
          var place = places.get(resident);
          if (place == null) {
            refusals.add(
                RefusedListLine.of(line.line(), fieldOf(line), LineFault.UNKNOWN_RESIDENT));
          } else if (!place.equals(Optional.of(settlement))) {
            refusals.add(
                RefusedListLine.of(line.line(), fieldOf(line), LineFault.ANOTHER_SETTLEMENT));
          } else {
            candidates.add(
                new Candidate(
                    line, resident, new GrantFacts.Question(Ids.newId(), resident, null)));
          }
        });
    return candidates;
  }

  private static String fieldOf(ListLine line) {
    return line.rnokpp() == null ? "residentId" : "rnokpp";
  }

  private static Set<String> papers(Candidate candidate) {
    return Stream.concat(candidate.line().papers().stream(), Stream.of(PROVEN_BY_THE_LIST))
        .collect(Collectors.toSet());
  }

  private static NewGrant grant(
      AidList list, Programme programme, AmountRow amount, Candidate candidate, YearMonth month) {
    return new NewGrant(
        candidate.question().id(),
        programme,
        amount,
        candidate.residentId(),
        null,
        month,
        month,
        amount.amountMinor(),
        papers(candidate).stream()
            .sorted()
            .map(
                paper ->
                    new NewGrant.Paper(paper, paper.equals(PROVEN_BY_THE_LIST) ? list.id() : null))
            .toList(),
        list.id());
  }
}
