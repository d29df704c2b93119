package ua.vidnova.registry.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.registry.evidence.Statement;
import ua.vidnova.registry.resident.Resident;
import ua.vidnova.registry.resident.ResidentReach;
import ua.vidnova.registry.resident.ResidentView.ProvenanceView;

/** Shows all that was ever stated of a resident, taken back or not. */
@ApplicationScoped
public class ShowHistory {

  private final ResidentReach reach;
  private final FactsReader reader;
  private final AuditTrail auditTrail;
  private final ObjectMapper json;

  @Inject
  ShowHistory(ResidentReach reach, FactsReader reader, AuditTrail auditTrail, ObjectMapper json) {
    this.reach = reach;
    this.reader = reader;
    this.auditTrail = auditTrail;
    this.json = json;
  }

  /** A page of statements, oldest first; empty when there is nothing for the caller to see. */
  @Transactional
  public Optional<Page<StatementView>> show(UUID residentId, PageRequest asked) {
    return reach.find(residentId).map(resident -> page(resident, asked));
  }

  private Page<StatementView> page(Resident resident, PageRequest asked) {
    var known = KnownFacts.of(reader.read(resident));
    var found = Statement.findAbout(resident.id(), asked.afterId(), asked.limit() + 1);
    var page = Page.of(found, asked.limit(), statement -> statement.id().toString());
    auditTrail.read("resident", resident.id(), resident.id());
    return page.map(statement -> view(statement, known));
  }

  private StatementView view(Statement statement, KnownFacts known) {
    return new StatementView(
        statement.id(),
        statement.kind(),
        statement.evidenceLevel().orElse(null),
        statement.since().orElse(null),
        statement.court().map(this::read).orElse(null),
        known.outcomeOf(statement.id()),
        AccountEndings.in(read(statement.facts())),
        ProvenanceView.of(statement.provenance()));
  }

  private JsonNode read(String text) {
    try {
      return json.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
