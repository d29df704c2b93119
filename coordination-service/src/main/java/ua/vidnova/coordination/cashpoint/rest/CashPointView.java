package ua.vidnova.coordination.cashpoint.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.coordination.cashpoint.CashPointHistory;
import ua.vidnova.coordination.cashpoint.CashPointKind;
import ua.vidnova.coordination.cashpoint.CashPointState;
import ua.vidnova.coordination.cashpoint.Description;
import ua.vidnova.coordination.cashpoint.KnownCashPoint;
import ua.vidnova.coordination.cashpoint.Limits;
import ua.vidnova.coordination.cashpoint.Link;
import ua.vidnova.coordination.cashpoint.Power;
import ua.vidnova.coordination.cashpoint.Served;
import ua.vidnova.coordination.cashpoint.Status;

/** A cash point as callers see it. How much cash it has, only those who answer for it see. */
@Schema(name = "CashPoint")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CashPointView(
    UUID id,
    String operator,
    String operatorCode,
    CashPointKind kind,
    String placeName,
    String homeSettlement,
    List<StopView> serves,
    String postalIndex,
    LimitsView limits,
    StatusView status,
    Integer version) {

  /** A settlement that is served; with neither weekdays nor dates, on any day. */
  @Schema(name = "CashPointStopView")
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record StopView(String settlement, Set<DayOfWeek> weekdays, Set<LocalDate> dates) {

    static StopView of(Served served) {
      return new StopView(served.settlement(), served.weekdays(), served.dates());
    }
  }

  /** Kopiykas. */
  @Schema(name = "CashPointLimitsView")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record LimitsView(
      Long amountMinMinor, Long amountMaxMinor, Long amountMultipleMinor, Long dailyFloatMinor) {

    static LimitsView of(Limits limits, boolean withFloat) {
      return new LimitsView(
          limits.amountMinMinor(),
          limits.amountMaxMinor(),
          limits.amountMultipleMinor(),
          withFloat ? limits.dailyFloatMinor() : null);
    }
  }

  /** Whether it works. */
  @Schema(name = "CashPointStatus")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record StatusView(
      CashPointState state, LocalDate since, Power power, Link link, String source) {

    static StatusView of(Status status) {
      return new StatusView(
          status.state(), status.since(), status.power(), status.link(), status.source());
    }
  }

  /** What it was from a moment on. */
  @Schema(name = "CashPointHistory")
  public record EntryView(Instant recordedAt, String recordedBy, CashPointView was) {

    static EntryView of(UUID id, CashPointHistory.Entry entry) {
      var content = entry.content();
      return new EntryView(
          entry.recordedAt(),
          entry.recordedBy(),
          view(id, content.description(), content.status(), null, true));
    }
  }

  static CashPointView of(KnownCashPoint known, boolean withFloat) {
    return view(known.id(), known.description(), known.status(), known.version(), withFloat);
  }

  private static CashPointView view(
      UUID id, Description place, Status status, Integer version, boolean withFloat) {
    return new CashPointView(
        id,
        place.operator(),
        place.operatorCode(),
        place.kind(),
        place.placeName(),
        place.homeSettlement(),
        place.serves().stream().map(StopView::of).toList(),
        place.postalIndex(),
        LimitsView.of(place.limits(), withFloat),
        StatusView.of(status),
        version);
  }
}
