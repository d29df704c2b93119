package ua.vidnova.medical.stock.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.medical.stock.AnswerHandover;
import ua.vidnova.medical.stock.CountStock;
import ua.vidnova.medical.stock.OfferHandover;
import ua.vidnova.medical.stock.ReceiveStock;
import ua.vidnova.medical.stock.StockPlace;
import ua.vidnova.medical.stock.WriteOffStock;

/** What keepers of stock hand in. Quantities are in the medicine's unit. */
final class StockRequests {

  static final int LINES_MAX = 200;
  static final int TEXT_LENGTH_MAX = 500;

  private StockRequests() {}

  @Schema(name = "StockPlaceRequest")
  record PlaceRequest(
      @NotNull StockPlace.Kind kind,
      @NotBlank @Size(max = 200) String name,
      @Schema(
              description = "KATOTTG code, of any level, of the territory that it serves",
              examples = "UA44020010000067642")
          @NotBlank
          String territory) {}

  @Schema(name = "StockReceiptRequest")
  record ReceiptRequest(
      @Schema(description = "From whom and by which paper") @NotBlank @Size(max = TEXT_LENGTH_MAX)
          String source,
      @NotEmpty @Size(max = LINES_MAX) List<@Valid @NotNull Line> lines) {

    @Schema(name = "StockReceiptLine")
    record Line(
        @NotNull UUID medicineId,
        @NotBlank @Size(max = 50) String batch,
        @NotNull LocalDate expiresOn,
        @NotNull BigDecimal quantity,
        @Schema(description = "With medicines that must be kept cold") Boolean coldChainKept) {

      ReceiveStock.Line line() {
        return new ReceiveStock.Line(medicineId, batch.strip(), expiresOn, quantity, coldChainKept);
      }
    }
  }

  @Schema(name = "StockCountRequest")
  record CountRequest(@NotEmpty @Size(max = LINES_MAX) List<@Valid @NotNull Line> lines) {

    @Schema(name = "StockCountLine")
    record Line(
        @NotNull UUID batchId,
        @NotNull BigDecimal counted,
        @Schema(description = "When the books say otherwise") @Size(max = TEXT_LENGTH_MAX)
            String explanation) {

      CountStock.Line line() {
        return new CountStock.Line(batchId, counted, text(explanation));
      }
    }
  }

  @Schema(name = "StockWriteOffRequest")
  record WriteOffRequest(
      @Schema(description = "Why, and by which paper") @NotBlank @Size(max = TEXT_LENGTH_MAX)
          String reason,
      @NotEmpty @Size(max = LINES_MAX) List<@Valid @NotNull Line> lines) {

    @Schema(name = "StockWriteOffLine")
    record Line(@NotNull UUID batchId, @NotNull BigDecimal quantity) {

      WriteOffStock.Line line() {
        return new WriteOffStock.Line(batchId, quantity);
      }
    }
  }

  @Schema(name = "ColdChainBreakRequest")
  record ColdChainBreakRequest(
      @NotBlank @Size(max = TEXT_LENGTH_MAX) String reason,
      @NotEmpty @Size(max = LINES_MAX) List<@NotNull UUID> batchIds) {}

  @Schema(name = "StockHandoverRequest")
  record HandoverRequest(
      @Schema(description = "UUIDv7 made on the device; without it the server makes one") UUID id,
      @NotNull UUID fromPlaceId,
      @NotNull UUID toPlaceId,
      @NotEmpty @Size(max = LINES_MAX) List<@Valid @NotNull Line> lines) {

    @Schema(name = "StockHandoverOfferLine")
    record Line(@NotNull UUID batchId, @NotNull BigDecimal quantity) {

      OfferHandover.Line line() {
        return new OfferHandover.Line(batchId, quantity);
      }
    }
  }

  @Schema(name = "StockAcceptanceRequest")
  record AcceptanceRequest(@NotEmpty @Size(max = LINES_MAX) List<@Valid @NotNull Line> lines) {

    @Schema(name = "StockAcceptanceLine")
    record Line(
        @NotNull UUID batchId,
        @NotNull BigDecimal received,
        @Schema(description = "With medicines that must be kept cold") Boolean coldChainKept,
        @Schema(description = "When less arrived than was offered") @Size(max = TEXT_LENGTH_MAX)
            String explanation) {

      AnswerHandover.Arrived line() {
        return new AnswerHandover.Arrived(batchId, received, coldChainKept, text(explanation));
      }
    }
  }

  @Schema(name = "StockReasonRequest")
  record ReasonRequest(@NotBlank @Size(max = TEXT_LENGTH_MAX) String reason) {}

  private static String text(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
