package ua.vidnova.registry.registration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.events.Outbox;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.locks.TransactionLock;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.registry.evidence.IdentityDocument;
import ua.vidnova.registry.evidence.Provenance;
import ua.vidnova.registry.evidence.Statement;
import ua.vidnova.registry.matching.CandidateView;
import ua.vidnova.registry.matching.DescribeCandidates;
import ua.vidnova.registry.matching.DocumentKey;
import ua.vidnova.registry.matching.FindCandidates;
import ua.vidnova.registry.matching.MatchNewResident;
import ua.vidnova.registry.matching.MatchProfile;
import ua.vidnova.registry.matching.Origin;
import ua.vidnova.registry.matching.PartialDate;
import ua.vidnova.registry.registration.RegistrationRules.Verdict;
import ua.vidnova.registry.resident.OpenResidentFile;
import ua.vidnova.registry.resident.Particulars;
import ua.vidnova.registry.resident.Resident;
import ua.vidnova.registry.resident.ResidentFile;
import ua.vidnova.registry.resident.ResidentReach;

/**
 * Enters a person in the registry, once: registrations that may be of one person follow one another
 * until commit, and the later one sees the earlier. The unique constraints stand beneath.
 */
@ApplicationScoped
public class RegisterResident {

  private final Caller caller;
  private final ResidentReach reach;
  private final OpenResidentFile files;
  private final KyivCalendar calendar;
  private final Outbox outbox;
  private final AuditTrail auditTrail;
  private final TransactionLock lock;
  private final ObjectMapper json;
  private final MatchNewResident matchNewResident;
  private final FindCandidates findCandidates;
  private final DescribeCandidates describeCandidates;

  @Inject
  RegisterResident(
      Caller caller,
      ResidentReach reach,
      OpenResidentFile files,
      KyivCalendar calendar,
      Outbox outbox,
      AuditTrail auditTrail,
      TransactionLock lock,
      ObjectMapper json,
      MatchNewResident matchNewResident,
      FindCandidates findCandidates,
      DescribeCandidates describeCandidates) {
    this.caller = caller;
    this.reach = reach;
    this.files = files;
    this.calendar = calendar;
    this.outbox = outbox;
    this.auditTrail = auditTrail;
    this.lock = lock;
    this.json = json;
    this.matchNewResident = matchNewResident;
    this.findCandidates = findCandidates;
    this.describeCandidates = describeCandidates;
  }

  /** Registers the person, or says why not; a refusal leaves nothing behind. */
  @Transactional
  public RegistrationOutcome register(RegistrationRequest stated) {
    return Optional.ofNullable(stated.id())
        .flatMap(id -> answerToRepeated(id, stated))
        .orElseGet(() -> registerNew(stated));
  }

  private Optional<RegistrationOutcome> answerToRepeated(UUID id, RegistrationRequest stated) {
    lock.waitForOthersWith(id.toString());
    return Resident.findResident(id)
        .map(
            known ->
                isSame(stated, Statement.getRegistrationOf(id)) && reach.find(id).isPresent()
                    ? showAgain(files.find(id).orElseThrow())
                    : new RegistrationOutcome.IdInUse());
  }

  private RegistrationOutcome showAgain(ResidentFile file) {
    var profile = profileOf(file);
    var candidates =
        describeCandidates.describe(
            profile, findCandidates.of(profile, DescribeCandidates.SHOWN_MAX));
    auditTrail.readAll("resident", shown(file, candidates));
    return new RegistrationOutcome.RegisteredBefore(file, candidates);
  }

  private RegistrationOutcome registerNew(RegistrationRequest stated) {
    return switch (RegistrationRules.examine(stated, calendar.today())) {
      case Verdict.NotAcceptable(var errors) -> new RegistrationOutcome.NotAcceptable(errors);
      case Verdict.Acceptable(var particulars) ->
          caller.covers(particulars.settlement())
              ? registerUnlessKnown(stated, particulars)
              : new RegistrationOutcome.OutsideTerritory();
    };
  }

  private RegistrationOutcome registerUnlessKnown(
      RegistrationRequest stated, Particulars particulars) {
    return findKnown(particulars.rnokpp())
        .<RegistrationOutcome>map(
            known ->
                new RegistrationOutcome.RnokppInUse(Optional.of(known).flatMap(reach::nameable)))
        .orElseGet(() -> enter(stated, particulars));
  }

  private Optional<Resident> findKnown(String rnokpp) {
    if (rnokpp == null) {
      return Optional.empty();
    }
    lock.waitForOthersWith(rnokpp);
    return Resident.findByRnokpp(rnokpp);
  }

  private RegistrationOutcome enter(RegistrationRequest stated, Particulars particulars) {
    var id = stated.id() == null ? Ids.newId() : stated.id();
    var resident = Resident.register(id, particulars, calendar.today());
    var statement =
        Statement.add(
            id,
            Statement.Kind.REGISTRATION,
            json(stated.statedFacts()),
            new Provenance(
                Provenance.Source.REGISTRAR,
                caller.id(),
                caller.name(),
                calendar.now(),
                stated.deviceTime()));
    var documents =
        particulars.documents().stream()
            .map(details -> IdentityDocument.shownIn(statement, details))
            .toList();
    var file = new ResidentFile(resident, documents, statement, List.of());
    var profile = profileOf(file);
    var candidates =
        describeCandidates.describe(profile, matchNewResident.match(profile, Origin.REGISTRATION));
    outbox.appendAll(List.of(ResidentRegistered.of(resident), IdentityEstablished.of(resident)));
    auditTrail.wrote("registered", "resident", id, id);
    auditTrail.readAll("resident", candidates.stream().map(CandidateView::residentId).toList());
    return new RegistrationOutcome.Registered(file, candidates);
  }

  private static MatchProfile profileOf(ResidentFile file) {
    var resident = file.resident();
    return new MatchProfile(
        resident.id(),
        resident.name(),
        List.of(),
        PartialDate.of(resident.birthDate()),
        resident.sex(),
        resident.rnokpp().orElse(null),
        file.documents().stream()
            .map(IdentityDocument::details)
            .filter(details -> details.number() != null)
            .map(DocumentKey::of)
            .toList(),
        resident.phone().orElse(null),
        resident.settlement());
  }

  private static List<UUID> shown(ResidentFile file, List<CandidateView> candidates) {
    return Stream.concat(
            Stream.of(file.resident().id()), candidates.stream().map(CandidateView::residentId))
        .toList();
  }

  private boolean isSame(RegistrationRequest stated, Statement registration) {
    try {
      return json.readTree(registration.facts()).equals(json.readTree(json(stated.statedFacts())));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String json(RegistrationRequest facts) {
    try {
      return json.writeValueAsString(facts);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
