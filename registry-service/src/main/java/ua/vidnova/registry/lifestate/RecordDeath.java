package ua.vidnova.registry.lifestate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.events.EventHandler;
import ua.vidnova.chassis.events.IncomingEvent;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.registry.evidence.Provenance;
import ua.vidnova.registry.evidence.Statement;
import ua.vidnova.registry.facts.FactOutcome;
import ua.vidnova.registry.facts.FollowStatements;
import ua.vidnova.registry.resident.Resident;

/**
 * Hears from medical that a resident died, keeps the statement, and changes the resident or asks a
 * person. A death of someone whom the registry does not know yet is refused, so that it is tried
 * again and then parked until they are registered.
 */
@ApplicationScoped
public class RecordDeath implements EventHandler<DeathRecorded> {

  private final FollowStatements followStatements;
  private final AuditTrail auditTrail;
  private final KyivCalendar calendar;
  private final ObjectMapper json;

  @Inject
  RecordDeath(
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
    return "ua.vidnova.medical.DeathRecorded.v1";
  }

  @Override
  public Class<DeathRecorded> dataType() {
    return DeathRecorded.class;
  }

  @Override
  public void handle(IncomingEvent<DeathRecorded> event) {
    var death = event.data();
    var resident =
        Resident.findLockedWithPerson(death.residentId())
            .filter(known -> known.listedIn().isEmpty())
            .orElseThrow(() -> new UnknownResident(death.residentId()));
    var statement =
        Statement.add(resident.id(), Statement.Kind.DEATH, json(death), provenanceOf(event));
    var outcome = followStatements.follow(resident).outcomeOf(statement.id());
    auditTrail.wrote(noted(outcome), "resident", resident.id(), resident.id());
  }

  private static String noted(FactOutcome outcome) {
    return switch (outcome) {
      case STANDS, EARLIER -> "death-recorded";
      case CONFIRMS -> "death-confirmed";
      case DISAGREES -> "death-questioned";
      case EVIDENCE_ONLY, AWAITS_COURT, RETRACTED -> "death-noted";
    };
  }

  private Provenance provenanceOf(IncomingEvent<DeathRecorded> event) {
    return new Provenance(
        Provenance.Source.MEDICAL_SERVICE, event.source(), event.source(), calendar.now(), null);
  }

  private String json(DeathRecorded death) {
    try {
      return json.writeValueAsString(death);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
