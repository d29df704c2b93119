package ua.vidnova.registry.facts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.registry.evidence.IdentityDocument;
import ua.vidnova.registry.evidence.Provenance;
import ua.vidnova.registry.evidence.Statement;
import ua.vidnova.registry.resident.Resident;
import ua.vidnova.registry.resident.ResidentReach;

/** Adds to what is stated of a resident, and lets the current view follow. */
@ApplicationScoped
public class RecordStatements {

  private static final Instant EARLIEST_DEVICE_TIME = Instant.EPOCH;
  private static final Instant LATEST_DEVICE_TIME = Instant.parse("2100-01-01T00:00:00Z");

  private final Caller caller;
  private final KyivCalendar calendar;
  private final ResidentReach reach;
  private final NumberOwners numberOwners;
  private final FactsReader reader;
  private final DraftStatements draftStatements;
  private final FollowStatements followStatements;
  private final AuditTrail auditTrail;

  @Inject
  RecordStatements(
      Caller caller,
      KyivCalendar calendar,
      ResidentReach reach,
      NumberOwners numberOwners,
      FactsReader reader,
      DraftStatements draftStatements,
      FollowStatements followStatements,
      AuditTrail auditTrail) {
    this.caller = caller;
    this.calendar = calendar;
    this.reach = reach;
    this.numberOwners = numberOwners;
    this.reader = reader;
    this.draftStatements = draftStatements;
    this.followStatements = followStatements;
    this.auditTrail = auditTrail;
  }

  /** Records what is stated, or says why not; a refusal leaves nothing behind. */
  @Transactional
  public StatementsOutcome record(UUID residentId, StatementsRequest sent) {
    return reach
        .findLocked(residentId)
        .map(resident -> recordOnce(resident, sent))
        .orElseGet(StatementsOutcome.NotFound::new);
  }

  private StatementsOutcome recordOnce(Resident resident, StatementsRequest sent) {
    var sha256 = sha256(reader.write(sent.withoutDeviceTime()));
    var before = Submission.find(sent.id());
    if (before.isEmpty()) {
      return recordNew(resident, sent, sha256);
    }
    if (!before.get().isSame(resident.id(), sha256)) {
      return new StatementsOutcome.IdInUse();
    }
    var known = KnownFacts.of(reader.read(resident));
    auditTrail.read("resident", resident.id(), resident.id());
    return new StatementsOutcome.RecordedBefore(resident, Statement.findOf(sent.id()), known);
  }

  private StatementsOutcome recordNew(Resident resident, StatementsRequest sent, byte[] sha256) {
    if (resident.listedIn().isPresent()) {
      return new StatementsOutcome.OnlyListed();
    }
    var device = deviceErrors(sent);
    if (!device.isEmpty()) {
      return new StatementsOutcome.NotAcceptable(device);
    }
    reader.keepRegistered(resident);
    var draft = draftStatements.draft(resident, sent, reader.read(resident));
    if (!draft.errors().isEmpty()) {
      return new StatementsOutcome.NotAcceptable(draft.errors());
    }
    var owner = numberOwners.find(resident, draft.known());
    if (owner.isPresent()) {
      return new StatementsOutcome.NumberInUse(owner.flatMap(reach::nameable));
    }
    return keep(resident, sent, draft.facts(), sha256);
  }

  private StatementsOutcome keep(
      Resident resident, StatementsRequest sent, List<StatedFact> facts, byte[] sha256) {
    var now = calendar.now();
    Submission.keep(sent.id(), resident.id(), sha256, now);
    var provenance =
        new Provenance(
            Provenance.Source.REGISTRAR, caller.id(), caller.name(), now, sent.deviceTime());
    for (var i = 0; i < facts.size(); i++) {
      keep(resident, sent.id(), sent.statements().get(i), facts.get(i), provenance);
    }
    var known = followStatements.follow(resident);
    Resident.flush();
    auditTrail.wrote("stated", "resident", resident.id(), resident.id());
    return new StatementsOutcome.Recorded(resident, Statement.findOf(sent.id()), known);
  }

  private void keep(
      Resident resident,
      UUID submissionId,
      StatementsRequest.Stated sent,
      StatedFact stated,
      Provenance provenance) {
    var statement =
        Statement.add(
            stated.statementId(),
            resident.id(),
            submissionId,
            stated.fact().kind(),
            reader.write(sent.fact()),
            reader.write(stated.fact()),
            new Statement.Grounds(
                sent.evidenceLevel(),
                sent.since(),
                sent.court() == null ? null : reader.write(sent.court())),
            provenance);
    if (stated.fact() instanceof Fact.Document document) {
      IdentityDocument.shownIn(statement, document.details(stated.level()));
    }
  }

  private static List<FieldError> deviceErrors(StatementsRequest sent) {
    if (!Ids.isTimeOrdered(sent.id())) {
      return List.of(new FieldError("id", "not-uuidv7", "Make the id as a UUID version 7."));
    }
    var time = sent.deviceTime();
    return time != null && (time.isBefore(EARLIEST_DEVICE_TIME) || time.isAfter(LATEST_DEVICE_TIME))
        ? List.of(
            new FieldError("deviceTime", "out-of-range", "Give a time between 1970 and 2100."))
        : List.of();
  }

  private static byte[] sha256(String content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
