package ua.vidnova.payments.awardimport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.awardimport.AwardLineRules.Reading;
import ua.vidnova.payments.matching.MatchAwards;

/**
 * Takes over a file of awards. A line makes an award once: organisation and РНОКПП are its natural
 * key. The same line again changes nothing, another line for a known award is refused, and no line
 * stops another. Holds a thousand lines at a time.
 */
@ApplicationScoped
public class ImportAwards {

  private static final Logger LOG = Logger.getLogger(ImportAwards.class);
  private static final int LINES_PER_INSERT = 1000;
  private static final int FIRST_REFUSED_MAX = 100;

  private final AwardRows rows;
  private final MatchAwards matchAwards;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final AuditTrail audit;
  private final EntityManager entities;

  @Inject
  ImportAwards(
      AwardRows rows,
      MatchAwards matchAwards,
      Caller caller,
      KyivCalendar calendar,
      AuditTrail audit,
      EntityManager entities) {
    this.rows = rows;
    this.matchAwards = matchAwards;
    this.caller = caller;
    this.calendar = calendar;
    this.audit = audit;
    this.entities = entities;
  }

  @Transactional
  public ImportResult importFile(String organisation, AwardFile file) {
    rows.waitForOtherImports(organisation);
    var importId = Ids.newId();
    var tally = new Tally(importId, organisation);
    var today = calendar.today();
    for (var reading = file.next(today); reading.isPresent(); reading = file.next(today)) {
      switch (reading.get()) {
        case Reading.Kept(var award) -> tally.take(award);
        case Reading.Refused(var refusals) -> tally.refuse(refusals);
      }
    }
    tally.write();
    var content = file.sha256();
    var known = AwardImport.findByContent(organisation, content);
    if (known.isPresent() && tally.counts.accepted() == 0) {
      rows.deleteRefused(importId);
      return new ImportResult(known.get(), false, tally.counts, tally.firstRefused);
    }
    var record =
        new AwardImport(importId, organisation, content, tally.counts, caller.id(), calendar.now());
    record.persist();
    entities.flush();
    matchAwards.matchImport(importId);
    audit.wrote("imported", "award-import", importId, null);
    LOG.infof(
        "Import %s from %s: %d accepted, %d unchanged, %d refused",
        importId,
        organisation,
        tally.counts.accepted(),
        tally.counts.unchanged(),
        tally.counts.refused());
    return new ImportResult(record, true, tally.counts, tally.firstRefused);
  }

  /** Gathers lines and writes them in groups. */
  private final class Tally {

    private final UUID importId;
    private final String organisation;
    private final Map<String, AwardLine> waiting = new LinkedHashMap<>();
    private final List<RefusedLine> refused = new ArrayList<>();
    private final List<RefusedLine> firstRefused = new ArrayList<>();
    private LineCounts counts = LineCounts.NONE;

    Tally(UUID importId, String organisation) {
      this.importId = importId;
      this.organisation = organisation;
    }

    void take(AwardLine award) {
      if (waiting.containsKey(award.rnokpp()) || waiting.size() == LINES_PER_INSERT) {
        write();
      }
      waiting.put(award.rnokpp(), award);
    }

    void refuse(List<RefusedLine> refusals) {
      if (refused.size() >= LINES_PER_INSERT) {
        write();
      }
      refused.addAll(refusals);
      counts = counts.plus(new LineCounts(0, 0, 1));
    }

    void write() {
      if (!waiting.isEmpty()) {
        var inserted = rows.insert(importId, organisation, List.copyOf(waiting.values()));
        var differs =
            waiting.values().stream()
                .filter(line -> !inserted.accepted().contains(line.rnokpp()))
                .filter(line -> !inserted.unchanged().contains(line.rnokpp()))
                .map(line -> new RefusedLine(line.line(), "rnokpp", LineRefusal.AWARD_DIFFERS))
                .toList();
        refused.addAll(differs);
        counts =
            counts.plus(
                new LineCounts(
                    inserted.accepted().size(), inserted.unchanged().size(), differs.size()));
        waiting.clear();
      }
      refused.sort(Comparator.comparing(RefusedLine::line).thenComparing(RefusedLine::field));
      rows.insertRefused(importId, refused);
      refused.stream().limit(FIRST_REFUSED_MAX - firstRefused.size()).forEach(firstRefused::add);
      refused.clear();
    }
  }
}
