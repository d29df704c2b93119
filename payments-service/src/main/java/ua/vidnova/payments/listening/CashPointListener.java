package ua.vidnova.payments.listening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import ua.vidnova.chassis.events.EventHandler;
import ua.vidnova.chassis.events.IncomingEvent;
import ua.vidnova.payments.automatic.FollowPost;
import ua.vidnova.payments.channel.CashPlaces;

/** A place where money can be had is there, or has changed. */
@ApplicationScoped
public class CashPointListener implements EventHandler<CashPointListener.CashPointChanged> {

  /** The part of the event that payments needs: the place as it is now. */
  public record CashPointChanged(
      UUID cashPointId,
      String operator,
      String kind,
      String placeName,
      String homeSettlement,
      List<Stop> serves,
      String postalIndex,
      Long amountMinMinor,
      Long amountMaxMinor,
      Long amountMultipleMinor,
      Long dailyFloatMinor,
      String state,
      LocalDate since) {}

  /** A settlement that is served; with neither weekdays nor dates, on any day. */
  public record Stop(String settlement, Set<DayOfWeek> weekdays, Set<LocalDate> dates) {

    public Stop {
      weekdays = weekdays == null ? Set.of() : weekdays;
      dates = dates == null ? Set.of() : dates;
    }
  }

  private final CashPlaces places;
  private final FollowPost followPost;

  @Inject
  CashPointListener(CashPlaces places, FollowPost followPost) {
    this.places = places;
    this.followPost = followPost;
  }

  @Override
  public String type() {
    return "ua.vidnova.coordination.CashPointChanged.v1";
  }

  @Override
  public Class<CashPointChanged> dataType() {
    return CashPointChanged.class;
  }

  @Override
  public void handle(IncomingEvent<CashPointChanged> event) {
    var served = event.data().serves().stream().map(Stop::settlement).toList();
    followPost.learn(served, () -> places.learn(event.data(), event.time()));
  }
}
