package ua.vidnova.registry.resident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.registry.evidence.IdentityDocument;
import ua.vidnova.registry.evidence.Statement;
import ua.vidnova.registry.facts.CurrentViews;
import ua.vidnova.registry.facts.Fact;
import ua.vidnova.registry.facts.FactsReader;
import ua.vidnova.registry.facts.KnownFacts;
import ua.vidnova.registry.review.OpenQuestion;
import ua.vidnova.registry.shield.Shielding;

/** Opens residents' files, as they are and as they were known on some day. */
@ApplicationScoped
public class OpenResidentFile {

  private final FactsReader reader;
  private final Shielding shielding;
  private final KyivCalendar calendar;

  @Inject
  OpenResidentFile(FactsReader reader, Shielding shielding, KyivCalendar calendar) {
    this.reader = reader;
    this.shielding = shielding;
    this.calendar = calendar;
  }

  /** The file of the person of whom this is a record, as it is now. */
  public Optional<ResidentFile> find(UUID recordId) {
    return Resident.findResident(recordId).map(this::ofPerson);
  }

  /** What one record says, whether it was merged or not. */
  public ResidentFile getRecord(UUID recordId) {
    var resident = Resident.getResident(recordId);
    return open(resident, resident, List.of());
  }

  private ResidentFile ofPerson(Resident askedFor) {
    var resident = askedFor.person();
    return open(resident, askedFor, Resident.listMergedInto(resident.id()));
  }

  private ResidentFile open(Resident resident, Resident askedFor, List<Resident> merged) {
    var papers = new ArrayList<IdentityDocument>();
    var questions = new ArrayList<OpenQuestion>();
    var known = new ArrayList<KnownFacts>();
    for (var record : Stream.concat(Stream.of(resident), merged.stream()).toList()) {
      var stated = KnownFacts.of(reader.read(record));
      known.add(stated);
      papers.addAll(standing(IdentityDocument.findOf(record.id()), stated));
      questions.addAll(OpenQuestion.findAbout(record.id()));
    }
    return new ResidentFile(
        resident,
        papers,
        Statement.getRegistrationOf(askedFor.id()),
        questions,
        FurtherFacts.of(known, this::isVisible),
        calendar.today(),
        merged,
        resident.equals(askedFor) ? null : resident.id());
  }

  /**
   * The record's file as the registry knew it at the end of a day in Kyiv: of all that reached it
   * by then, whenever it was true. Empty when the resident was not known yet. Of a person with
   * several records it shows the one that is asked for.
   */
  Optional<ResidentFile> findAsKnownOn(LocalDate day, UUID recordId) {
    var end = day.plusDays(1).atStartOfDay(KyivCalendar.KYIV).toInstant();
    return Resident.findResident(recordId)
        .filter(
            resident ->
                Statement.getRegistrationOf(recordId).provenance().recordedAt().isBefore(end))
        .map(resident -> asKnownAt(end, day, resident));
  }

  private ResidentFile asKnownAt(Instant end, LocalDate day, Resident resident) {
    var known =
        KnownFacts.of(
            reader.read(resident).stream()
                .filter(stated -> stated.recordedAt().isBefore(end))
                .toList());
    var papers =
        IdentityDocument.findOf(resident.id()).stream()
            .filter(paper -> paper.statement().provenance().recordedAt().isBefore(end))
            .toList();
    return new ResidentFile(
        resident.seenAs(CurrentViews.of(known)),
        standing(papers, known),
        Statement.getRegistrationOf(resident.id()),
        OpenQuestion.findAboutAt(resident.id(), end),
        FurtherFacts.of(List.of(known), this::isVisible),
        day,
        List.of(),
        null);
  }

  private static List<IdentityDocument> standing(List<IdentityDocument> papers, KnownFacts known) {
    return papers.stream()
        .filter(paper -> !known.isRetracted(paper.statement().id(), paper.details()))
        .toList();
  }

  /** A relation to someone shielded would say that they exist. */
  private boolean isVisible(Fact.Relation relation) {
    return relation.residentId() == null || !shielding.hides(relation.residentId());
  }
}
