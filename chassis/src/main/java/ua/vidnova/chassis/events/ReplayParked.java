package ua.vidnova.chassis.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jboss.logging.Logger;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.problems.LoggableFailure;

/** Handles a parked message again, and then those that waited behind it, in order. */
@ApplicationScoped
class ReplayParked {

  private static final Logger LOG = Logger.getLogger(ReplayParked.class);

  private final ParkedMessages parked;
  private final HandleMessage handle;
  private final Caller caller;

  @Inject
  ReplayParked(ParkedMessages parked, HandleMessage handle, Caller caller) {
    this.parked = parked;
    this.handle = handle;
    this.caller = caller;
  }

  /**
   * What a replay came to.
   *
   * @param replayed messages that had their effect now
   * @param waiting messages of the key that still wait, because one failed again
   */
  public record Outcome(int replayed, int waiting) {}

  /** Begins with the oldest message of the same topic and key, whichever of them was named. */
  Outcome replay(ParkedMessages.Parked named) {
    var waiting = parked.findStoppedBy(named);
    var replayed = 0;
    for (var id : waiting) {
      if (!handled(id)) {
        break;
      }
      parked.settle(id, "REPLAYED", caller.id(), null);
      replayed++;
    }
    return new Outcome(replayed, waiting.size() - replayed);
  }

  private boolean handled(UUID id) {
    var message = parked.message(id);
    try {
      return handle.handle(message).isEmpty();
    } catch (RuntimeException e) {
      LOG.warnf(LoggableFailure.of(e), "Message %s failed again", message.place());
      return false;
    }
  }
}
