package ua.vidnova.payments.listening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import ua.vidnova.chassis.events.EventHandler;
import ua.vidnova.chassis.events.IncomingEvent;
import ua.vidnova.payments.merge.MergeRecords;

/** A merge was wrong: the records are of two people. */
@ApplicationScoped
public class ResidentUnmergedListener
    implements EventHandler<ResidentUnmergedListener.ResidentUnmerged> {

  /** The part of the event that payments needs. */
  public record ResidentUnmerged(UUID residentId, UUID survivorId) {}

  private final MergeRecords mergeRecords;

  @Inject
  ResidentUnmergedListener(MergeRecords mergeRecords) {
    this.mergeRecords = mergeRecords;
  }

  @Override
  public String type() {
    return "ua.vidnova.registry.ResidentUnmerged.v1";
  }

  @Override
  public Class<ResidentUnmerged> dataType() {
    return ResidentUnmerged.class;
  }

  @Override
  public void handle(IncomingEvent<ResidentUnmerged> event) {
    mergeRecords.unmerge(event.data().residentId(), event.data().survivorId(), event.time());
  }
}
