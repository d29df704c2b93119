package ua.vidnova.coordination.cashpoint.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.coordination.cashpoint.CashPointKind;
import ua.vidnova.coordination.cashpoint.CashPointState;
import ua.vidnova.coordination.cashpoint.Description;
import ua.vidnova.coordination.cashpoint.Limits;
import ua.vidnova.coordination.cashpoint.Link;
import ua.vidnova.coordination.cashpoint.Power;
import ua.vidnova.coordination.cashpoint.Served;
import ua.vidnova.coordination.cashpoint.Status;

/** A cash point as a coordinator tells it, whole. */
@Schema(name = "CashPointRequest")
public record CashPointRequest(
    @Schema(examples = "21560045", description = "ЄДРПОУ") @NotBlank String operator,
    @Schema(examples = "93500-П1", description = "The operator's own number") @NotBlank
        String operatorCode,
    @NotNull CashPointKind kind,
    @NotBlank String placeName,
    @Schema(examples = "UA44160030010058180") @NotBlank String homeSettlement,
    @NotEmpty @Size(max = 200) List<@Valid @NotNull Stop> serves,
    @Schema(examples = "93500", description = "With the post alone") String postalIndex,
    @Valid LimitsRequest limits,
    @Valid @NotNull StatusRequest status) {

  /** A settlement that is served; with neither weekdays nor dates, on any day. */
  @Schema(name = "CashPointStop")
  public record Stop(
      @NotBlank String settlement,
      Set<@NotNull DayOfWeek> weekdays,
      @Size(max = 366) Set<@NotNull LocalDate> dates) {

    Served served() {
      return new Served(settlement, weekdays, dates);
    }
  }

  /** Kopiykas; what is absent is no limit, or unknown. */
  @Schema(name = "CashPointLimits")
  public record LimitsRequest(
      Long amountMinMinor, Long amountMaxMinor, Long amountMultipleMinor, Long dailyFloatMinor) {}

  /** Whether it works. */
  @Schema(name = "CashPointStatusRequest")
  public record StatusRequest(
      @NotNull CashPointState state,
      @Schema(description = "First day of the state, not in the future") @NotNull LocalDate since,
      Power power,
      Link link,
      @Schema(description = "Whose word it is, such as a letter of the operator") @Size(max = 500)
          String source) {

    Status status() {
      return new Status(state, since, power, link, source);
    }
  }

  Description description() {
    return new Description(
        operator,
        operatorCode,
        kind,
        placeName,
        homeSettlement,
        serves.stream().map(Stop::served).toList(),
        postalIndex,
        limits == null
            ? new Limits(null, null, null, null)
            : new Limits(
                limits.amountMinMinor(),
                limits.amountMaxMinor(),
                limits.amountMultipleMinor(),
                limits.dailyFloatMinor()));
  }
}
