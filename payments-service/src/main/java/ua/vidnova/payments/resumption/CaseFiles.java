package ua.vidnova.payments.resumption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.YearMonth;
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
import ua.vidnova.payments.channel.WayReason;
import ua.vidnova.payments.channel.Ways;
import ua.vidnova.payments.derivation.ArrearsMonth;
import ua.vidnova.payments.derivation.Derivations;
import ua.vidnova.payments.identification.Standing;
import ua.vidnova.payments.identification.Standings;
import ua.vidnova.payments.law.LawBook;
import ua.vidnova.payments.law.LawValues;
import ua.vidnova.payments.law.LegalTerms;
import ua.vidnova.payments.law.TermBook;
import ua.vidnova.payments.overlap.Overlap;
import ua.vidnova.payments.resident.Resident;

/** Puts case files together, for callers within whose territories the resident lives. */
@ApplicationScoped
public class CaseFiles {

  private final Derivations derivations;
  private final Standings standings;
  private final Ways ways;
  private final LegalTerms law;
  private final LawValues values;
  private final KyivCalendar calendar;
  private final Caller caller;
  private final EntityManager entities;

  @Inject
  CaseFiles(
      Derivations derivations,
      Standings standings,
      Ways ways,
      LegalTerms law,
      LawValues values,
      KyivCalendar calendar,
      Caller caller,
      EntityManager entities) {
    this.derivations = derivations;
    this.standings = standings;
    this.ways = ways;
    this.law = law;
    this.values = values;
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

  /** However many cases, so many queries. */
  public List<CaseFile> of(List<Resumption> resumptions) {
    var facts = facts(resumptions);
    return resumptions.stream().map(resumption -> file(resumption, facts)).toList();
  }

  /** What is known of all cases at hand, by id of the case, award, resident or person. */
  private record Facts(
      TermBook law,
      LawBook values,
      Map<UUID, List<ArrearsMonth>> kept,
      Map<UUID, Award> awards,
      Map<UUID, Resident> residents,
      Map<UUID, Standing> standings,
      Set<String> claimedTwice,
      Map<UUID, List<Resident>> notLiving,
      Map<UUID, Set<YearMonth>> leftOut,
      Set<UUID> withRussianPension,
      Map<UUID, WayReason> holds) {}

  private Facts facts(List<Resumption> resumptions) {
    var terms = law.read();
    var residentIds = resumptions.stream().map(Resumption::residentId).toList();
    Map<UUID, Award> awards =
        Award.<Award>list("id in ?1", resumptions.stream().map(Resumption::awardId).toList())
            .stream()
            .collect(Collectors.toMap(Award::id, Function.identity()));
    Map<UUID, Resident> residents =
        Resident.listWithPersons(residentIds).stream()
            .collect(Collectors.toMap(Resident::id, Function.identity()));
    return new Facts(
        terms,
        values.read(),
        derivations.read(resumptions.stream().map(Resumption::id).toList(), terms),
        awards,
        residents,
        standings.of(residentIds),
        Set.copyOf(
            Resident.listNumbersClaimedTwice(awards.values().stream().map(Award::rnokpp).toList())),
        Resident.listNotLiving(residents.values().stream().map(Resident::personId).toList())
            .stream()
            .collect(Collectors.groupingBy(Resident::personId)),
        LeftOutMonths.of(
            resumptions.stream()
                .filter(resumption -> resumption.firstPeriod().isEmpty())
                .map(Resumption::awardId)
                .toList(),
            calendar.today(),
            terms),
        Overlap.listOf(awards.keySet()).stream()
            .filter(Overlap::isLasting)
            .map(Overlap::awardId)
            .collect(Collectors.toSet()),
        ways.holds(
            resumptions.stream().filter(Resumption::isLive).map(Resumption::residentId).toList(),
            calendar.today()));
  }

  private CaseFile file(Resumption resumption, Facts facts) {
    var award = facts.awards().get(resumption.awardId());
    var resident = facts.residents().get(resumption.residentId());
    return new CaseFile(
        resumption,
        award,
        resident.person(),
        facts.standings().getOrDefault(resident.id(), Standing.NOTHING),
        resumption.isLive() ? open(resumption.kind(), award, resident, facts) : List.of(),
        resumption.firstPeriod().isPresent()
            ? facts.kept().getOrDefault(resumption.id(), List.of())
            : DeriveCase.derive(
                    resumption,
                    award,
                    YearMonth.from(calendar.today()),
                    facts.leftOut().getOrDefault(award.id(), Set.of()),
                    facts.law(),
                    facts.values())
                .arrears(),
        Optional.ofNullable(facts.holds().get(resident.id())).filter(any -> resumption.isLive()));
  }

  /**
   * Number, name and birth date are those of the record that has the award; the rest, which every
   * record of the person adds to, is the person's.
   */
  private List<Condition> open(ResumptionKind kind, Award award, Resident resident, Facts facts) {
    var identity = resident.identity();
    var person = resident.person().identity();
    var notLiving = facts.notLiving().getOrDefault(resident.personId(), List.of());
    var awardFacts =
        new ConditionRules.AwardFacts(
            award.rnokpp(),
            award.familyName(),
            award.birthDate(),
            award.hold().map(Hold::behindAwardId).isPresent());
    var residentFacts =
        new ConditionRules.ResidentFacts(
            identity.rnokpp(),
            facts.claimedTwice().contains(award.rnokpp()),
            identity.familyName(),
            identity.birthDate(),
            person.evidenceLevel(),
            facts.standings().getOrDefault(resident.id(), Standing.NOTHING),
            facts.withRussianPension().contains(award.id()),
            person.settlement(),
            person.channel(),
            notLiving.stream().anyMatch(Resident::isDeceased),
            notLiving.stream().anyMatch(Resident::isMissing));
    return switch (kind) {
      case APPLICATION ->
          ConditionRules.open(awardFacts, residentFacts, calendar.today(), facts.law());
      case AUTOMATIC -> ConditionRules.openOfListed(awardFacts, residentFacts);
    };
  }
}
