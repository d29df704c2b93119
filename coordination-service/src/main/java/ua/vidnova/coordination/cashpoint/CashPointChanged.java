package ua.vidnova.coordination.cashpoint;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import ua.vidnova.chassis.events.OutgoingEvent;

/** A cash point is there, or has changed; all of it as it is now. Power and link stay here. */
public record CashPointChanged(
    UUID cashPointId,
    String operator,
    String operatorCode,
    CashPointKind kind,
    String placeName,
    String homeSettlement,
    List<Stop> serves,
    String postalIndex,
    Long amountMinMinor,
    Long amountMaxMinor,
    Long amountMultipleMinor,
    Long dailyFloatMinor,
    CashPointState state,
    LocalDate since)
    implements OutgoingEvent {

  /** Absent days are any day. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Stop(String settlement, Set<DayOfWeek> weekdays, Set<LocalDate> dates) {}

  static CashPointChanged of(UUID id, Description place, Status status) {
    var limits = place.limits();
    return new CashPointChanged(
        id,
        place.operator(),
        place.operatorCode(),
        place.kind(),
        place.placeName(),
        place.homeSettlement(),
        place.serves().stream()
            .map(one -> new Stop(one.settlement(), one.weekdays(), one.dates()))
            .toList(),
        place.postalIndex(),
        limits.amountMinMinor(),
        limits.amountMaxMinor(),
        limits.amountMultipleMinor(),
        limits.dailyFloatMinor(),
        status.state(),
        status.since());
  }

  @Override
  public String topic() {
    return "coordination.cash-points";
  }

  @Override
  public String type() {
    return "ua.vidnova.coordination.CashPointChanged.v1";
  }

  @Override
  public String key() {
    return cashPointId.toString();
  }
}
