package ua.vidnova.registry.lifestate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.events.EventHandler;
import ua.vidnova.chassis.events.IncomingEvent;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.registry.evidence.EvidenceLevel;
import ua.vidnova.registry.evidence.Provenance;
import ua.vidnova.registry.evidence.Statement;
import ua.vidnova.registry.facts.Fact;
import ua.vidnova.registry.facts.FollowStatements;
import ua.vidnova.registry.resident.Resident;

/**
 * Hears from medical that a death was recorded in error, and takes back what that visit said of it.
 * The statements stay to be read; the resident lives again unless others say otherwise.
 */
@ApplicationScoped
public class WithdrawDeath implements EventHandler<DeathWithdrawn> {

  private static final String REASON = "The visit that recorded the death was corrected";

  private final FollowStatements followStatements;
  private final AuditTrail auditTrail;
  private final KyivCalendar calendar;
  private final ObjectMapper json;

  @Inject
  WithdrawDeath(
      FollowStatements followStatements,
      AuditTrail auditTrail,
      KyivCalendar calendar,
      ObjectMapper json) {
    this.followStatements = followStatements;
    this.auditTrail = auditTrail;
    this.calendar = calendar;
    this.json = json;
  }

  @Override
  public String type() {
    return "ua.vidnova.medical.DeathWithdrawn.v1";
  }

  @Override
  public Class<DeathWithdrawn> dataType() {
    return DeathWithdrawn.class;
  }

  @Override
  public void handle(IncomingEvent<DeathWithdrawn> event) {
    var withdrawn = event.data();
    var resident =
        Resident.findLockedWithPerson(withdrawn.residentId())
            .filter(known -> known.listedIn().isEmpty())
            .orElseThrow(() -> new UnknownResident(withdrawn.residentId()));
    Statement.findAbout(resident.id()).stream()
        .filter(statement -> statement.kind() == Statement.Kind.DEATH)
        .filter(statement -> death(statement).visitId().equals(withdrawn.visitId()))
        .forEach(statement -> retract(statement, event));
    followStatements.follow(resident);
    auditTrail.wrote("death-withdrawn", "resident", resident.id(), resident.id());
  }

  private void retract(Statement death, IncomingEvent<DeathWithdrawn> event) {
    var fact = json(new Fact.Retraction(death.id(), null, null, REASON));
    Statement.add(
        Ids.newId(),
        death.residentId(),
        null,
        Statement.Kind.RETRACTION,
        fact,
        fact,
        new Statement.Grounds(EvidenceLevel.COPY, null, null),
        new Provenance(
            Provenance.Source.MEDICAL_SERVICE,
            event.source(),
            event.source(),
            calendar.now(),
            null));
  }

  private DeathRecorded death(Statement statement) {
    try {
      return json.readValue(statement.facts(), DeathRecorded.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String json(Fact fact) {
    try {
      return json.writeValueAsString(fact);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
