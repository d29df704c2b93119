package ua.vidnova.registry.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import ua.vidnova.registry.evidence.EvidenceLevel;
import ua.vidnova.registry.evidence.IdentityDocument;
import ua.vidnova.registry.evidence.Statement;
import ua.vidnova.registry.resident.Resident;

/** Reads what was stated about a resident, from the registration on. */
@ApplicationScoped
public class FactsReader {

  private final ObjectMapper json;

  @Inject
  FactsReader(ObjectMapper json) {
    this.json = json;
  }

  /** What the medical service tells of a death. */
  private record ToldDeath(LocalDate diedOn) {}

  /** All facts about a resident, oldest first. */
  public List<StatedFact> read(Resident resident) {
    var statements = Statement.findAbout(resident.id());
    var papers = IdentityDocument.findOf(resident.id());
    var first = Statement.getRegistrationOf(resident.id()).id();
    return statements.stream()
        .flatMap(
            statement ->
                statement.id().equals(first)
                    ? registered(statement, resident, papers).stream()
                    : factsOf(statement).stream())
        .toList();
  }

  /** Keeps what registration made of the resident, before the first change of it. */
  public void keepRegistered(Resident resident) {
    if (RegisteredView.findOf(resident.id()).isEmpty()) {
      RegisteredView.keep(resident.id(), write(RegisteredFacts.of(resident)));
    }
  }

  private List<StatedFact> factsOf(Statement statement) {
    return switch (statement.kind()) {
      case REGISTRATION, LISTED -> List.of();
      case DEATH -> List.of(toldDeath(statement));
      default ->
          List.of(
              new StatedFact(
                  statement.id(),
                  read(statement.canonical().orElseThrow(), Fact.class),
                  statement.evidenceLevel().orElseThrow(),
                  statement.court().isPresent(),
                  statement.since().orElse(null),
                  statement.provenance().recordedAt(),
                  false));
    };
  }

  private List<StatedFact> registered(
      Statement statement, Resident resident, List<IdentityDocument> papers) {
    var registered =
        RegisteredView.findOf(resident.id())
            .map(view -> read(view.content(), RegisteredFacts.class))
            .orElseGet(() -> RegisteredFacts.of(resident));
    var facts = new ArrayList<StatedFact>();
    registered
        .facts()
        .forEach(
            fact -> facts.add(registered(statement, fact, registered.level(), registered.since())));
    papers.stream()
        .filter(paper -> paper.statement().id().equals(statement.id()))
        .map(IdentityDocument::details)
        .map(
            details ->
                registered(
                    statement, Fact.Document.of(details), details.level(), registered.since()))
        .forEach(facts::add);
    return facts;
  }

  private static StatedFact registered(
      Statement statement, Fact fact, EvidenceLevel level, LocalDate since) {
    return new StatedFact(
        statement.id(), fact, level, false, since, statement.provenance().recordedAt(), true);
  }

  /** A medic who records a death has seen the dead: as good as the doctor's certificate, a copy. */
  private StatedFact toldDeath(Statement statement) {
    var diedOn = read(statement.facts(), ToldDeath.class).diedOn();
    return new StatedFact(
        statement.id(),
        new Fact.LifeEvent(Fact.LifeEvent.Event.DEATH, diedOn),
        EvidenceLevel.COPY,
        false,
        null,
        statement.provenance().recordedAt(),
        false);
  }

  private <T> T read(String text, Class<T> type) {
    try {
      return json.readerFor(type)
          .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .readValue(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  String write(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
