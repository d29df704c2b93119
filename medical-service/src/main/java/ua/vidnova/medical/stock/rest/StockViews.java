package ua.vidnova.medical.stock.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.medical.stock.Handover;
import ua.vidnova.medical.stock.StockDifference;
import ua.vidnova.medical.stock.StockMovement;
import ua.vidnova.medical.stock.StockPlace;

/** How stock is shown. Quantities are in the medicine's unit. */
final class StockViews {

  private StockViews() {}

  @Schema(name = "StockPlace")
  record PlaceView(UUID id, StockPlace.Kind kind, String name, String territory) {

    static PlaceView of(StockPlace place) {
      return new PlaceView(place.id(), place.kind(), place.name(), place.territory());
    }
  }

  @Schema(name = "StockMovement")
  record MovementView(
      UUID id,
      StockMovement.Kind kind,
      UUID batchId,
      @Schema(description = "Absent when it came from outside") UUID fromPlaceId,
      @Schema(description = "Absent when it is gone") UUID toPlaceId,
      BigDecimal quantity,
      UUID visitId,
      UUID handoverId,
      String reason,
      Instant recordedAt,
      String recordedBy) {

    static MovementView of(StockMovement movement) {
      return new MovementView(
          movement.id(),
          movement.kind(),
          movement.batchId(),
          movement.fromPlaceId(),
          movement.toPlaceId(),
          movement.quantity(),
          movement.visitId(),
          movement.handoverId(),
          movement.reason(),
          movement.recordedAt(),
          movement.recordedByName());
    }
  }

  @Schema(name = "StockMovements")
  record MovementsView(List<MovementView> movements) {

    static MovementsView of(List<StockMovement> movements) {
      return new MovementsView(movements.stream().map(MovementView::of).toList());
    }
  }

  @Schema(name = "StockDifference")
  record DifferenceView(
      UUID id,
      UUID placeId,
      UUID visitId,
      StockDifference.Kind kind,
      UUID medicineId,
      String batch,
      LocalDate expiresOn,
      BigDecimal quantity,
      Instant foundAt,
      String explanation,
      String explainedBy,
      Instant explainedAt,
      @Schema(description = "The correction of the visit that took it away") UUID overtakenBy) {

    static DifferenceView of(StockDifference difference) {
      return new DifferenceView(
          difference.id(),
          difference.placeId(),
          difference.visitId(),
          difference.kind(),
          difference.medicineId(),
          difference.batch(),
          difference.expiresOn(),
          difference.quantity(),
          difference.foundAt(),
          difference.explanation(),
          difference.explainedByName(),
          difference.explainedAt(),
          difference.overtakenBy());
    }
  }

  @Schema(name = "StockHandover")
  record HandoverView(
      UUID id,
      UUID fromPlaceId,
      UUID toPlaceId,
      Handover.State state,
      List<Handover.Line> lines,
      String offeredBy,
      Instant offeredAt,
      String answeredBy,
      Instant answeredAt,
      @Schema(description = "Why it was declined or recalled") String reason) {

    static HandoverView of(Handover handover) {
      return new HandoverView(
          handover.id(),
          handover.fromPlaceId(),
          handover.toPlaceId(),
          handover.state(),
          handover.lines(),
          handover.offeredByName(),
          handover.offeredAt(),
          handover.answeredByName(),
          handover.answeredAt(),
          handover.reason());
    }
  }
}
