package ua.vidnova.registry.merge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.events.Outbox;
import ua.vidnova.chassis.events.OutgoingEvent;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.registry.facts.FactsReader;
import ua.vidnova.registry.merge.MergeRules.Change;
import ua.vidnova.registry.registration.IdentityEstablished;
import ua.vidnova.registry.resident.CurrentView;
import ua.vidnova.registry.resident.Resident;
import ua.vidnova.registry.resident.SharedView;

/**
 * Merges and unmerges records whose rows the caller has locked. Statements stay with the record for
 * which they were made; only the shared part of the survivor's view changes.
 */
@ApplicationScoped
public class MergeResidents {

  private final Caller caller;
  private final KyivCalendar calendar;
  private final Outbox outbox;
  private final EntityManager database;
  private final ObjectMapper json;
  private final FactsReader reader;
  private final Event<RecordsRegrouped> regrouped;

  @Inject
  MergeResidents(
      Caller caller,
      KyivCalendar calendar,
      Outbox outbox,
      EntityManager database,
      ObjectMapper json,
      FactsReader reader,
      Event<RecordsRegrouped> regrouped) {
    this.caller = caller;
    this.calendar = calendar;
    this.outbox = outbox;
    this.database = database;
    this.json = json;
    this.reader = reader;
    this.regrouped = regrouped;
  }

  /** Why two records cannot become one person as asked. */
  public enum Obstacle {
    /** Each has a РНОКПП, so they are two people, or one number is wrong. */
    TWO_NUMBERS,
    /** The one to be merged is itself a survivor of others. */
    HAS_MERGED_RECORDS,
    /** Nobody has identified the one who is to stay, and somebody the other. */
    SURVIVOR_ONLY_LISTED
  }

  /** What stands against a merge; empty when nothing does. */
  public Optional<Obstacle> obstacle(Resident merged, Resident survivor) {
    if (survivor.listedIn().isPresent() && merged.listedIn().isEmpty()) {
      return Optional.of(Obstacle.SURVIVOR_ONLY_LISTED);
    }
    if (merged.rnokpp().isPresent()
        && survivor.rnokpp().isPresent()
        && !merged.rnokpp().equals(survivor.rnokpp())) {
      return Optional.of(Obstacle.TWO_NUMBERS);
    }
    return Resident.listMergedInto(merged.id()).isEmpty()
        ? Optional.empty()
        : Optional.of(Obstacle.HAS_MERGED_RECORDS);
  }

  /** From now on the person is known under the survivor. */
  @Transactional
  public void merge(Resident merged, Resident survivor, UUID pairId) {
    reader.keepRegistered(merged);
    reader.keepRegistered(survivor);
    var change =
        MergeRules.merge(survivor.sharedView(), List.of(contribution(merged, merged.sharedView())))
            .getFirst();
    var merge = ResidentMerge.begin(merged.id(), survivor.id(), pairId, caller, calendar.now());
    note(merge, change);
    merge.persist();
    merged.mergeInto(survivor);
    if (change.lendsNumber()) {
      merged.lendNumber();
    }
    database.flush();
    survivor.show(change.after());
    database.flush();
    var events = new ArrayList<OutgoingEvent>();
    if (merged.listedIn().isEmpty()) {
      events.add(new ResidentMerged(merged.id(), survivor.id(), calendar.today()));
    }
    if (!change.before().equals(change.after())) {
      tellIdentity(survivor, events);
    }
    outbox.appendAll(events);
    regrouped.fire(new RecordsRegrouped(merged.id(), survivor.id()));
  }

  /** Nothing is told of those whom nobody has identified. */
  private static void tellIdentity(Resident resident, List<OutgoingEvent> events) {
    if (resident.listedIn().isEmpty()) {
      events.add(IdentityEstablished.of(resident));
    }
  }

  /**
   * Undoes a merge: both are as if it had never been, together with what was stated since and with
   * the survivor's other merges.
   */
  @Transactional
  public void unmerge(ResidentMerge ended, String reason) {
    var survivor = Resident.getResident(ended.survivorId());
    var before = survivor.sharedView();
    var merges = ResidentMerge.listInto(survivor.id());
    var own = ownViews(merges);
    survivor.show(ownViewOf(survivor, merges));
    database.flush();

    var alone = Resident.getResident(ended.mergedId());
    alone.standAlone();
    alone.show(own.remove(ended));
    ended.undo(reason, caller, calendar.now());
    mergeAgain(survivor, own);

    var events = new ArrayList<OutgoingEvent>();
    if (alone.listedIn().isEmpty()) {
      events.add(new ResidentUnmerged(alone.id(), survivor.id(), calendar.today()));
    }
    tellIdentity(alone, events);
    if (!before.equals(survivor.sharedView())) {
      tellIdentity(survivor, events);
    }
    outbox.appendAll(events);
    regrouped.fire(new RecordsRegrouped(alone.id(), survivor.id()));
  }

  /**
   * Lets a record's own view become another, and with it what the records of the person add up to.
   * The rows of all records are locked.
   *
   * @return what is new of the record, with a number that it lends, and of the person
   */
  @Transactional
  public List<IdentityEstablished> renew(Resident record, CurrentView view) {
    var merges = ResidentMerge.listInto(record.personId());
    var survivor = record.person();
    var changed = new ArrayList<IdentityEstablished>();
    var before = IdentityEstablished.of(survivor);
    var own = ownViews(merges);
    survivor.show(ownViewOf(survivor, merges));
    database.flush();
    if (record.mergedInto().isPresent()) {
      var merge = ResidentMerge.findOf(record.id()).orElseThrow();
      record.show(own.get(merge));
      var ownBefore = IdentityEstablished.of(record);
      record.follow(view);
      own.put(merge, record.sharedView());
      changed.add(IdentityEstablished.of(record));
      changed.remove(ownBefore);
    } else {
      record.follow(view);
    }
    mergeAgain(survivor, own);
    changed.add(IdentityEstablished.of(survivor));
    changed.remove(before);
    return changed;
  }

  /** Another record of the person that has a number of its own, which forbids this one. */
  public Optional<Resident> findOtherWithNumber(Resident record, String rnokpp) {
    var merges = ResidentMerge.listInto(record.personId());
    var others = new LinkedHashMap<Resident, SharedView>();
    others.put(record.person(), ownViewOf(record.person(), merges));
    ownViews(merges)
        .forEach((merge, view) -> others.put(Resident.getResident(merge.mergedId()), view));
    others.remove(record);
    return others.entrySet().stream()
        .filter(other -> other.getValue().number().rnokpp() != null)
        .filter(
            other ->
                other.getKey().listedIn().isEmpty()
                    || !other.getValue().number().rnokpp().equals(rnokpp))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private SharedView ownViewOf(Resident survivor, List<ResidentMerge> merges) {
    return MergeRules.undo(survivor.sharedView(), merges.stream().map(this::change).toList());
  }

  private void mergeAgain(Resident survivor, Map<ResidentMerge, SharedView> remaining) {
    var merges = List.copyOf(remaining.keySet());
    var changes =
        MergeRules.merge(
            survivor.sharedView(),
            merges.stream()
                .map(
                    merge ->
                        contribution(Resident.getResident(merge.mergedId()), remaining.get(merge)))
                .toList());
    for (var i = 0; i < merges.size(); i++) {
      note(merges.get(i), changes.get(i));
      var merged = Resident.getResident(merges.get(i).mergedId());
      merged.show(remaining.get(merges.get(i)));
      if (changes.get(i).lendsNumber()) {
        merged.lendNumber();
      }
    }
    database.flush();
    if (!changes.isEmpty()) {
      survivor.show(changes.getLast().after());
      database.flush();
    }
  }

  private static SharedView contribution(Resident merged, SharedView own) {
    return merged.listedIn().isPresent() ? own.provingNothing() : own;
  }

  /** The merged records' own views, each with its number, in the order of the merges. */
  private Map<ResidentMerge, SharedView> ownViews(List<ResidentMerge> merges) {
    var views = new LinkedHashMap<ResidentMerge, SharedView>();
    for (var merge : merges) {
      var change = change(merge);
      var view = Resident.getResident(merge.mergedId()).sharedView();
      views.put(merge, change.lendsNumber() ? view.with(change.after().number()) : view);
    }
    return views;
  }

  private void note(ResidentMerge merge, Change change) {
    merge.note(write(change.before()), write(change.after()));
  }

  private Change change(ResidentMerge merge) {
    return new Change(read(merge.survivorBefore()), read(merge.survivorAfter()));
  }

  private String write(SharedView view) {
    try {
      return json.writeValueAsString(view);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SharedView read(String view) {
    try {
      return json.readValue(view, SharedView.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
