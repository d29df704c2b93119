package ua.vidnova.coordination.trip.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.coordination.brigade.BrigadeRules;
import ua.vidnova.coordination.brigade.rest.MemberView;
import ua.vidnova.coordination.trip.Plan;
import ua.vidnova.coordination.trip.Stop;

/** A trip as a coordinator plans it, whole. */
@Schema(name = "TripRequest")
record TripRequest(
    @NotNull UUID brigadeId,
    @Schema(description = "Absent: all whom the brigade has") @Size(max = BrigadeRules.MEMBERS_MAX)
        List<@Valid @NotNull MemberView> members,
    @Schema(description = "First day, in Kyiv") @NotNull LocalDate startsOn,
    @Schema(description = "Last day, in Kyiv; within a month") @NotNull LocalDate endsOn,
    @Schema(description = "In the order in which they are made") @NotEmpty @Size(max = 60)
        List<@Valid @NotNull StopView> stops) {

  /** Where the brigade stops. */
  @Schema(name = "TripStop")
  record StopView(
      @Schema(description = "Made by who plans; it stays when the stop is moved") @NotNull
          UUID stopId,
      @Schema(examples = "UA44160030010058180", description = "KATOTTG code of a settlement")
          @NotBlank
          String settlement,
      @Schema(description = "A day of the trip, on which the settlement is liberated") @NotNull
          LocalDate on,
      @Schema(examples = "Будинок культури", description = "Absent: from house to house")
          @Size(max = 300)
          String place) {

    static StopView of(Stop stop) {
      return new StopView(stop.stopId(), stop.settlement(), stop.on(), stop.place());
    }

    Stop stop() {
      return new Stop(stopId, settlement, on, place == null ? null : place.strip());
    }
  }

  Plan plan() {
    return new Plan(
        brigadeId,
        members == null ? List.of() : members.stream().map(MemberView::member).toList(),
        startsOn,
        endsOn,
        stops.stream().map(StopView::stop).toList());
  }
}
