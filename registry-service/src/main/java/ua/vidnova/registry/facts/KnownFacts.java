package ua.vidnova.registry.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.registry.evidence.DocumentDetails;
import ua.vidnova.registry.evidence.DocumentType;
import ua.vidnova.registry.evidence.EvidenceLevel;
import ua.vidnova.registry.lifestate.LifeStanding;
import ua.vidnova.registry.names.PersonName;

/**
 * All that follows from what was stated about one person: the same statements always give the same.
 * They are taken in the order in which they reached the registry; those that were taken back are
 * left out from the start, and an answer counts from where it stands.
 */
public final class KnownFacts {

  /** A name that is not the present one. */
  public record OtherName(Fact.Name.Use use, PersonName name, EvidenceLevel level) {}

  private final Map<UUID, FactOutcome> outcomes = new HashMap<>();
  private final Map<Slot, Holding> holdings = new EnumMap<>(Slot.class);
  private final List<StatedFact> counting;
  private final LifeCourse life;

  private KnownFacts(List<StatedFact> stated) {
    var retractions = Retractions.among(stated);
    counting = stated.stream().filter(one -> !retractions.voids(one)).toList();
    stated.stream()
        .filter(one -> !one.fromRegistration() && retractions.voids(one))
        .forEach(one -> outcomes.put(one.statementId(), FactOutcome.RETRACTED));
    counting.forEach(this::hear);
    life = new LifeCourse(birthDate().orElse(LocalDate.MIN), outcomes);
    counting.forEach(life::hear);
  }

  /** Puts together what was stated, in whatever order it comes. */
  public static KnownFacts of(List<StatedFact> stated) {
    return new KnownFacts(
        stated.stream()
            .sorted(
                Comparator.comparing(StatedFact::recordedAt).thenComparing(StatedFact::statementId))
            .toList());
  }

  private void hear(StatedFact one) {
    if (one.fact() instanceof Fact.Answer answer) {
      holdings.values().forEach(holding -> holding.answer(answer));
    }
    one.fact()
        .slot()
        .ifPresentOrElse(
            slot ->
                holdings
                    .computeIfAbsent(slot, any -> new Holding(any, outcomes))
                    .offer(one, contradictsAnIdentifier(one)),
            () -> outcomes.putIfAbsent(one.statementId(), besideOthers(one)));
  }

  private static FactOutcome besideOthers(StatedFact one) {
    return one.strength() == Strength.OCCUPATION_ISSUED
        ? FactOutcome.EVIDENCE_ONLY
        : FactOutcome.STANDS;
  }

  /** A number holds a birth date, and a РНОКПП a sex: one of the two must be wrong. */
  private boolean contradictsAnIdentifier(StatedFact offered) {
    var number = rnokpp().map(Fact.Rnokpp::number).orElse(null);
    var unzr = unzr().orElse(null);
    return switch (offered.fact()) {
      case Fact.BirthDate(var date) -> IdentifierRules.disagree(date, null, number, unzr);
      case Fact.OfSex(var sex) -> IdentifierRules.disagree(null, sex, number, null);
      case Fact.Rnokpp(var offeredNumber, _) ->
          IdentifierRules.disagree(
              birthDate().orElse(null), sex().orElse(null), offeredNumber, unzr);
      case Fact.Unzr(var offeredNumber) ->
          IdentifierRules.disagree(birthDate().orElse(null), null, number, offeredNumber);
      default -> false;
    };
  }

  private <F extends Fact> Optional<F> standing(Slot slot, Class<F> type) {
    return Optional.ofNullable(holdings.get(slot))
        .flatMap(Holding::standing)
        .map(stated -> type.cast(stated.fact()));
  }

  private <F extends Fact> Stream<StatedFact> all(Class<F> type) {
    return counting.stream().filter(stated -> type.isInstance(stated.fact()));
  }

  public Optional<PersonName> name() {
    return standing(Slot.NAME, Fact.Name.class).map(Fact.Name::name);
  }

  public Optional<LocalDate> birthDate() {
    return standing(Slot.BIRTH_DATE, Fact.BirthDate.class).map(Fact.BirthDate::date);
  }

  public Optional<Sex> sex() {
    return standing(Slot.SEX, Fact.OfSex.class).map(Fact.OfSex::sex);
  }

  /** The number or why there is none; empty when neither stands. */
  public Optional<Fact.Rnokpp> rnokpp() {
    return standing(Slot.RNOKPP, Fact.Rnokpp.class);
  }

  public Optional<String> unzr() {
    return standing(Slot.UNZR, Fact.Unzr.class).map(Fact.Unzr::number);
  }

  public Optional<Fact.Residence> residence() {
    return standing(Slot.RESIDENCE, Fact.Residence.class);
  }

  public Optional<Fact.Residence> registeredResidence() {
    return standing(Slot.REGISTERED_RESIDENCE, Fact.Residence.class);
  }

  public Optional<String> phone() {
    return standing(Slot.PHONE, Fact.Phone.class).map(Fact.Phone::number);
  }

  public Optional<String> email() {
    return standing(Slot.EMAIL, Fact.Email.class).map(Fact.Email::address);
  }

  public Optional<Fact.Payment> payment() {
    return standing(Slot.PAYMENT_CHANNEL, Fact.Payment.class);
  }

  public Optional<LocalDate> noRussianPensionDeclaredOn() {
    return standing(Slot.NO_RUSSIAN_PENSION, Fact.NoRussianPension.class)
        .map(Fact.NoRussianPension::declaredOn);
  }

  public LifeStanding life() {
    return life.standing();
  }

  /** Names that the person bore, bears beside the present one, or has in some paper. */
  public List<OtherName> otherNames() {
    var current = name();
    return allNames().stream().filter(other -> !Optional.of(other.name()).equals(current)).toList();
  }

  /** All names of the person, each once. */
  public List<OtherName> allNames() {
    var others = new LinkedHashMap<PersonName, OtherName>();
    all(Fact.Name.class)
        .forEach(
            stated -> {
              var name = (Fact.Name) stated.fact();
              others.putIfAbsent(
                  name.name(), new OtherName(useOf(stated, name), name.name(), stated.level()));
            });
    return List.copyOf(others.values());
  }

  private Fact.Name.Use useOf(StatedFact stated, Fact.Name name) {
    if (name.use() != Fact.Name.Use.CURRENT) {
      return name.use();
    }
    return holdings.get(Slot.NAME).wasTrueEarlier(stated)
        ? Fact.Name.Use.FORMER
        : Fact.Name.Use.OTHER;
  }

  /** The papers that were shown and not taken back. */
  public List<DocumentDetails> documents() {
    return all(Fact.Document.class)
        .map(stated -> ((Fact.Document) stated.fact()).details(stated.level()))
        .toList();
  }

  /** How well it is proven who the person is; empty without any paper. */
  public Optional<EvidenceLevel> evidenceLevel() {
    return documents().isEmpty()
        ? Optional.empty()
        : Optional.of(EvidenceLevel.ofPerson(documents()));
  }

  public List<Fact.Relation> relations() {
    return all(Fact.Relation.class).map(stated -> (Fact.Relation) stated.fact()).toList();
  }

  /** The last word on each purpose, given or withdrawn. */
  public List<Fact.Consent> consents() {
    var last = new LinkedHashMap<String, Fact.Consent>();
    all(Fact.Consent.class)
        .map(stated -> (Fact.Consent) stated.fact())
        .sorted(Comparator.comparing(Fact.Consent::on))
        .forEach(consent -> last.put(consent.purpose(), consent));
    return List.copyOf(last.values());
  }

  /** What stands in law only when a court has found it. */
  public List<AwaitedFinding> awaitedFindings() {
    return Stream.concat(birthToBeFound().stream(), life.awaited().stream()).toList();
  }

  /** A birth known only from a certificate of the occupation (Civil Procedure Code art. 317). */
  private Optional<AwaitedFinding> birthToBeFound() {
    var foundByCourt =
        Optional.ofNullable(holdings.get(Slot.BIRTH_DATE))
            .flatMap(Holding::standing)
            .filter(StatedFact::foundByCourt);
    return foundByCourt.isPresent() || evidenceLevel().filter(this::isTooWeak).isEmpty()
        ? Optional.empty()
        : all(Fact.Document.class)
            .filter(stated -> stated.level() == EvidenceLevel.OCCUPATION_ISSUED)
            .filter(
                stated -> ((Fact.Document) stated.fact()).type() == DocumentType.BIRTH_CERTIFICATE)
            .findFirst()
            .map(
                stated ->
                    new AwaitedFinding(
                        AwaitedFinding.Finding.BIRTH,
                        stated.statementId(),
                        birthDate().orElse(null)));
  }

  private boolean isTooWeak(EvidenceLevel level) {
    return level.compareTo(EvidenceLevel.COPY) > 0;
  }

  /** What waits for a person, oldest first. */
  public List<Dispute> disputes() {
    var all = new ArrayList<Dispute>();
    holdings.values().forEach(holding -> all.addAll(holding.disputes()));
    all.addAll(life.disputes());
    all.sort(Comparator.comparing(Dispute::statementId));
    return all;
  }

  /** What became of a statement; of a registration, which says many things, always STANDS. */
  public FactOutcome outcomeOf(UUID statementId) {
    return outcomes.getOrDefault(statementId, FactOutcome.STANDS);
  }

  /** Whether a paper of a statement was taken back. */
  public boolean isRetracted(UUID statementId, DocumentDetails paper) {
    return all(Fact.Document.class)
        .noneMatch(
            stated ->
                stated.statementId().equals(statementId)
                    && ((Fact.Document) stated.fact()).details(stated.level()).equals(paper));
  }
}
