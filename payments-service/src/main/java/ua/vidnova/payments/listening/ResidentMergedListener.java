package ua.vidnova.payments.listening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import ua.vidnova.chassis.events.EventHandler;
import ua.vidnova.chassis.events.IncomingEvent;
import ua.vidnova.payments.merge.MergeRecords;

/** A registrar decided that two records are of one person. */
@ApplicationScoped
public class ResidentMergedListener implements EventHandler<ResidentMergedListener.ResidentMerged> {

  /** The part of the event that payments needs. */
  public record ResidentMerged(UUID residentId, UUID survivorId) {}

  private final MergeRecords mergeRecords;

  @Inject
  ResidentMergedListener(MergeRecords mergeRecords) {
    this.mergeRecords = mergeRecords;
  }

  @Override
  public String type() {
    return "ua.vidnova.registry.ResidentMerged.v1";
  }

  @Override
  public Class<ResidentMerged> dataType() {
    return ResidentMerged.class;
  }

  @Override
  public void handle(IncomingEvent<ResidentMerged> event) {
    mergeRecords.merge(event.data().residentId(), event.data().survivorId(), event.time());
  }
}
