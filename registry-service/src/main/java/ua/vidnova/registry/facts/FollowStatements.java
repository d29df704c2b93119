package ua.vidnova.registry.facts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.events.Outbox;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.registry.evidence.Statement;
import ua.vidnova.registry.lifestate.LifeStateChanged;
import ua.vidnova.registry.merge.MergeResidents;
import ua.vidnova.registry.resident.Resident;
import ua.vidnova.registry.review.OpenQuestion;

/**
 * Brings a resident's row, the open questions and the other services in line with what was stated.
 * The caller holds the locks of all records of the person.
 */
@ApplicationScoped
public class FollowStatements {

  private final FactsReader reader;
  private final MergeResidents mergeResidents;
  private final Outbox outbox;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final Event<FactsChanged> changed;

  @Inject
  FollowStatements(
      FactsReader reader,
      MergeResidents mergeResidents,
      Outbox outbox,
      Caller caller,
      KyivCalendar calendar,
      Event<FactsChanged> changed) {
    this.reader = reader;
    this.mergeResidents = mergeResidents;
    this.outbox = outbox;
    this.caller = caller;
    this.calendar = calendar;
    this.changed = changed;
  }

  /** Applies all that is stated by now, and returns it. */
  public KnownFacts follow(Resident resident) {
    reader.keepRegistered(resident);
    var known = KnownFacts.of(reader.read(resident));
    var lifeBefore = LifeStateChanged.of(resident);
    outbox.appendAll(mergeResidents.renew(resident, CurrentViews.of(known)));
    settleQuestions(resident.id(), known);
    var life = LifeStateChanged.of(resident);
    if (!life.sameStateAs(lifeBefore)) {
      outbox.append(life);
    }
    Stream.of(resident.id(), resident.personId())
        .distinct()
        .forEach(id -> changed.fire(new FactsChanged(id)));
    return known;
  }

  /** Asks what is in dispute and not asked yet; closes what is no longer in dispute. */
  private void settleQuestions(UUID residentId, KnownFacts known) {
    Map<UUID, OpenQuestion> open =
        OpenQuestion.findAbout(residentId).stream()
            .collect(Collectors.toMap(OpenQuestion::statementId, Function.identity()));
    var disputed = new HashSet<UUID>();
    for (var dispute : known.disputes()) {
      disputed.add(dispute.statementId());
      if (!open.containsKey(dispute.statementId())) {
        OpenQuestion.raise(
            dispute.kind(), Objects.requireNonNull(Statement.findById(dispute.statementId())));
      }
    }
    open.values().stream()
        .filter(question -> !disputed.contains(question.statementId()))
        .forEach(
            question ->
                question.close(
                    OpenQuestion.Closing.OVERTAKEN, caller.id(), caller.name(), calendar.now()));
  }
}
