package ua.vidnova.payments.listening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import ua.vidnova.chassis.events.EventHandler;
import ua.vidnova.chassis.events.IncomingEvent;
import ua.vidnova.payments.automatic.FollowPost;
import ua.vidnova.payments.settlement.SettlementStatus;

/** What stands over a settlement changed: the post may deliver there, or not any more. */
@ApplicationScoped
public class SettlementStatusListener
    implements EventHandler<SettlementStatusListener.SettlementStatusChanged> {

  /** The event's data. */
  public record SettlementStatusChanged(
      String settlement, SettlementStatus.Status status, LocalDate effectiveOn) {}

  private final FollowPost followPost;

  @Inject
  SettlementStatusListener(FollowPost followPost) {
    this.followPost = followPost;
  }

  @Override
  public String type() {
    return "ua.vidnova.coordination.SettlementStatusChanged.v1";
  }

  @Override
  public Class<SettlementStatusChanged> dataType() {
    return SettlementStatusChanged.class;
  }

  @Override
  public void handle(IncomingEvent<SettlementStatusChanged> event) {
    var change = event.data();
    followPost.learn(
        List.of(change.settlement()),
        () ->
            SettlementStatus.learn(
                change.settlement(), change.status(), change.effectiveOn(), event.time()));
  }
}
