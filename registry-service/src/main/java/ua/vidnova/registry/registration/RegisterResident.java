package ua.vidnova.registry.registration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.events.Outbox;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.registry.evidence.IdentityDocument;
import ua.vidnova.registry.evidence.Provenance;
import ua.vidnova.registry.evidence.Statement;
import ua.vidnova.registry.registration.RegistrationRules.Verdict;
import ua.vidnova.registry.resident.Particulars;
import ua.vidnova.registry.resident.Resident;
import ua.vidnova.registry.resident.ResidentFile;

/** Enters a person in the registry, once. */
@ApplicationScoped
public class RegisterResident {

  private final Caller caller;
  private final KyivCalendar calendar;
  private final Outbox outbox;
  private final AuditTrail auditTrail;
  private final EntityManager database;
  private final ObjectMapper json;

  @Inject
  RegisterResident(
      Caller caller,
      KyivCalendar calendar,
      Outbox outbox,
      AuditTrail auditTrail,
      EntityManager database,
      ObjectMapper json) {
    this.caller = caller;
    this.calendar = calendar;
    this.outbox = outbox;
    this.auditTrail = auditTrail;
    this.database = database;
    this.json = json;
  }

  /** Registers the person, or says why not; a refusal leaves nothing behind. */
  @Transactional
  public RegistrationOutcome register(RegistrationRequest stated) {
    return Optional.ofNullable(stated.id())
        .flatMap(id -> answerToRepeated(id, stated))
        .orElseGet(() -> registerNew(stated));
  }

  private Optional<RegistrationOutcome> answerToRepeated(UUID id, RegistrationRequest stated) {
    waitForOthersWith(id.toString());
    return ResidentFile.find(id)
        .map(
            file ->
                isSame(stated, file.registration()) && caller.covers(file.resident().settlement())
                    ? showAgain(file)
                    : new RegistrationOutcome.IdInUse());
  }

  private RegistrationOutcome showAgain(ResidentFile file) {
    auditTrail.read("resident", file.resident().id(), file.resident().id());
    return new RegistrationOutcome.RegisteredBefore(file);
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
                new RegistrationOutcome.RnokppInUse(
                    Optional.of(known)
                        .filter(resident -> caller.covers(resident.settlement()))
                        .map(Resident::id)))
        .orElseGet(() -> new RegistrationOutcome.Registered(enter(stated, particulars)));
  }

  private Optional<Resident> findKnown(String rnokpp) {
    if (rnokpp == null) {
      return Optional.empty();
    }
    waitForOthersWith(rnokpp);
    return Resident.findByRnokpp(rnokpp);
  }

  private ResidentFile enter(RegistrationRequest stated, Particulars particulars) {
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
    outbox.appendAll(List.of(ResidentRegistered.of(resident), IdentityEstablished.of(resident)));
    auditTrail.wrote("registered", "resident", id, id);
    return new ResidentFile(resident, documents, statement, List.of());
  }

  /**
   * Makes registrations that may be of one person follow one another until commit, so that the
   * later one sees the earlier. The unique constraints stand beneath.
   */
  private void waitForOthersWith(String identifier) {
    database
        .createNativeQuery(
            "select 1 from pg_advisory_xact_lock(hashtextextended(:identifier, 0))", Integer.class)
        .setParameter("identifier", identifier)
        .getSingleResult();
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
