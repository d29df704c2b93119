package ua.vidnova.payments.resumption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.award.Award;
import ua.vidnova.payments.award.Hold;
import ua.vidnova.payments.award.PayableUnit;
import ua.vidnova.payments.law.LegalTerms;
import ua.vidnova.payments.law.TermBook;
import ua.vidnova.payments.resident.Resident;

/** Puts case files together, for callers within whose territories the resident lives. */
@ApplicationScoped
public class CaseFiles {

  private final Derivations derivations;
  private final LegalTerms law;
  private final KyivCalendar calendar;
  private final Caller caller;
  private final EntityManager entities;

  @Inject
  CaseFiles(
      Derivations derivations,
      LegalTerms law,
      KyivCalendar calendar,
      Caller caller,
      EntityManager entities) {
    this.derivations = derivations;
    this.law = law;
    this.calendar = calendar;
    this.caller = caller;
    this.entities = entities;
  }

  /** The case, unless it is not there or not the caller's to see. */
  public Optional<CaseFile> find(UUID resumptionId) {
    return Resumption.<Resumption>findByIdOptional(resumptionId)
        .filter(this::isCovered)
        .map(this::of);
  }

  /** The same for a decision: its award is locked first, then the case. */
  Optional<CaseFile> findLocked(UUID resumptionId) {
    return Resumption.<Resumption>findByIdOptional(resumptionId)
        .filter(this::isCovered)
        .map(
            resumption -> {
              Award.getLocked(resumption.awardId());
              entities.refresh(resumption, LockModeType.PESSIMISTIC_WRITE);
              entities.refresh(Resident.get(resumption.residentId()));
              return of(resumption);
            });
  }

  private boolean isCovered(Resumption resumption) {
    return caller.covers(Resident.get(resumption.residentId()).person().settlement());
  }

  CaseFile of(Resumption resumption) {
    return of(List.of(resumption)).getFirst();
  }

  public List<CaseFile> of(List<Resumption> resumptions) {
    var terms = law.read();
    var ids = resumptions.stream().map(Resumption::id).toList();
    var kept = derivations.read(ids, terms);
    Map<UUID, Award> awards =
        Award.<Award>list("id in ?1", resumptions.stream().map(Resumption::awardId).toList())
            .stream()
            .collect(Collectors.toMap(Award::id, Function.identity()));
    Map<UUID, Resident> residents =
        Resident.<Resident>list(
                "id in ?1", resumptions.stream().map(Resumption::residentId).toList())
            .stream()
            .collect(Collectors.toMap(Resident::id, Function.identity()));
    var claimedTwice = claimedTwice(awards.values().stream().map(Award::rnokpp).toList());
    Map<UUID, List<Resident>> notLiving =
        Resident.listNotLiving(residents.values().stream().map(Resident::personId).toList())
            .stream()
            .collect(Collectors.groupingBy(Resident::personId));
    return resumptions.stream()
        .map(
            resumption -> {
              var award = awards.get(resumption.awardId());
              var resident = residents.get(resumption.residentId());
              return new CaseFile(
                  resumption,
                  award,
                  resident.person(),
                  resumption.isLive()
                      ? open(
                          award,
                          resident,
                          claimedTwice,
                          notLiving.getOrDefault(resident.personId(), List.of()))
                      : List.of(),
                  resumption.firstPeriod().isPresent()
                      ? kept.getOrDefault(resumption.id(), List.of())
                      : derive(resumption, award, terms));
            })
        .toList();
  }

  private static Set<String> claimedTwice(List<String> numbers) {
    return new HashSet<>(Resident.listNumbersClaimedTwice(numbers));
  }

  /**
   * Number, name and birth date are those of the record that has the award; the rest, which every
   * record of the person adds to, is the person's.
   *
   * @param notLiving records of the person by which they do not live
   */
  private static List<Condition> open(
      Award award, Resident resident, Set<String> claimedTwice, List<Resident> notLiving) {
    var identity = resident.identity();
    var person = resident.person().identity();
    return ConditionRules.open(
        new ConditionRules.AwardFacts(
            award.rnokpp(),
            award.familyName(),
            award.birthDate(),
            award.hold().map(Hold::behindAwardId).isPresent()),
        new ConditionRules.ResidentFacts(
            identity.rnokpp(),
            claimedTwice.contains(award.rnokpp()),
            identity.familyName(),
            identity.birthDate(),
            person.evidenceLevel(),
            person.noRussianPensionDeclaredOn(),
            person.channel(),
            notLiving.stream().anyMatch(Resident::isDeceased),
            notLiving.stream().anyMatch(Resident::isMissing)));
  }

  private List<ArrearsMonth> derive(Resumption resumption, Award award, TermBook terms) {
    return ArrearsRule.derive(
        new ArrearsRule.Facts(
            award.firstUnpaidMonth(),
            award.monthlyAmountMinor(),
            award.fault(),
            resumption.appliedOn(),
            YearMonth.from(calendar.today()),
            PayableUnit.monthsOnTheirWay(award.id())),
        terms);
  }
}
