package ua.vidnova.medical.resident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** Notes whose record a record is, and says so when it is a brigade's of someone anonymous. */
@ApplicationScoped
class Merges {

  private final Event<AnonymousBecameKnown> becameKnown;
  private final Event<AnonymousWasNotKnown> wasNotKnown;

  @Inject
  Merges(Event<AnonymousBecameKnown> becameKnown, Event<AnonymousWasNotKnown> wasNotKnown) {
    this.becameKnown = becameKnown;
    this.wasNotKnown = wasNotKnown;
  }

  /**
   * Notes it, unless something newer is known.
   *
   * @param survivorId null when the record stands for itself
   */
  void note(UUID recordId, UUID survivorId, Instant asOf) {
    var record = Resident.heardOf(recordId);
    var before = record.mergedInto();
    record.isMergedInto(survivorId, asOf);
    var now = record.mergedInto();
    if (record.isAnonymous() && !now.equals(before)) {
      before.ifPresent(id -> wasNotKnown.fire(new AnonymousWasNotKnown(recordId, id)));
      now.ifPresent(id -> becameKnown.fire(new AnonymousBecameKnown(recordId, id)));
    }
  }
}
