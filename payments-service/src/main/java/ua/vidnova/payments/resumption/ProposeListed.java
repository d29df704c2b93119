package ua.vidnova.payments.resumption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.events.Outbox;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.award.Award;
import ua.vidnova.payments.derivation.Derivation;
import ua.vidnova.payments.derivation.Derivations;
import ua.vidnova.payments.law.LawBook;
import ua.vidnova.payments.law.LawValues;
import ua.vidnova.payments.law.LegalTerms;
import ua.vidnova.payments.law.TermBook;

/**
 * Proposes the cases of a list, some hundreds at a time: each with the derivation that it would
 * have by itself; one for which a value of the law is missing stays open. The caller holds their
 * awards and audits the list.
 */
@ApplicationScoped
public class ProposeListed {

  private static final int CASES_AT_A_TIME = 200;

  private final LegalTerms terms;
  private final LawValues law;
  private final Derivations derivations;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final Outbox outbox;
  private final EntityManager entities;

  @Inject
  ProposeListed(
      LegalTerms terms,
      LawValues law,
      Derivations derivations,
      Caller caller,
      KyivCalendar calendar,
      Outbox outbox,
      EntityManager entities) {
    this.terms = terms;
    this.law = law;
    this.derivations = derivations;
    this.caller = caller;
    this.calendar = calendar;
    this.outbox = outbox;
    this.entities = entities;
  }

  @Transactional
  public void propose(List<UUID> resumptionIds) {
    var book = terms.read();
    var values = law.read();
    for (var from = 0; from < resumptionIds.size(); from += CASES_AT_A_TIME) {
      var to = Math.min(from + CASES_AT_A_TIME, resumptionIds.size());
      proposeSome(Resumption.listByIds(resumptionIds.subList(from, to)), book, values);
      entities.flush();
      entities.clear();
    }
  }

  private void proposeSome(List<Resumption> resumptions, TermBook terms, LawBook values) {
    var thisMonth = YearMonth.from(calendar.today());
    Map<UUID, Award> awards =
        Award.<Award>list("id in ?1", resumptions.stream().map(Resumption::awardId).toList())
            .stream()
            .collect(Collectors.toMap(Award::id, Function.identity()));
    var leftOut = LeftOutMonths.of(awards.keySet(), calendar.today(), terms);
    var derived = new LinkedHashMap<Resumption, Derivation>();
    for (var one : resumptions) {
      var award = awards.get(one.awardId());
      var months = leftOut.getOrDefault(award.id(), Set.of());
      var derivation = DeriveCase.derive(one, award, thisMonth, months, terms, values);
      if (derivation.gaps().isEmpty()) {
        one.propose(caller.id(), calendar.now(), thisMonth);
        derived.put(one, derivation);
      }
    }
    entities.flush();
    derived.forEach(
        (one, derivation) ->
            derivations.store(one.id(), one.awardId(), derivation, calendar.now()));
    outbox.appendAll(
        resumptions.stream()
            .map(one -> new ResumptionOpened(one.id(), one.awardId(), one.residentId()))
            .toList());
  }
}
