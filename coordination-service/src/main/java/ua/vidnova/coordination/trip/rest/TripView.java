package ua.vidnova.coordination.trip.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.coordination.brigade.BrigadeKind;
import ua.vidnova.coordination.brigade.rest.MemberView;
import ua.vidnova.coordination.trip.Trip;
import ua.vidnova.coordination.trip.TripState;

/** A trip as callers see it. */
@Schema(name = "Trip")
@JsonInclude(JsonInclude.Include.NON_NULL)
record TripView(
    UUID id,
    TripState state,
    UUID brigadeId,
    @Schema(description = "As it was when the trip was planned") String brigadeName,
    BrigadeKind brigadeKind,
    List<MemberView> members,
    LocalDate startsOn,
    LocalDate endsOn,
    List<TripRequest.StopView> stops,
    @Schema(description = "With COMPLETED") LocalDate completedOn,
    @Schema(description = "With CANCELLED") String cancelReason,
    int version) {

  static TripView of(Trip trip) {
    var plan = trip.plan();
    return new TripView(
        trip.id(),
        trip.state(),
        plan.brigadeId(),
        trip.brigadeName(),
        trip.brigadeKind(),
        plan.members().stream().map(MemberView::of).toList(),
        plan.startsOn(),
        plan.endsOn(),
        plan.stops().stream().map(TripRequest.StopView::of).toList(),
        trip.completedOn().orElse(null),
        trip.cancelReason().orElse(null),
        trip.version());
  }
}
