package ua.vidnova.payments.cashcollection.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.payments.cashcollection.CashCollection;

/** A cash collection as staff see it; sums in kopiykas. */
@Schema(name = "CashCollection")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CollectionView(
    UUID batchId,
    UUID delegationId,
    CashCollection.State state,
    long takenMinor,
    @Schema(description = "By receipts") long handedOutMinor,
    @Schema(description = "Taken and not handed out; must come back") long leftMinor,
    Long returnedMinor,
    @Schema(examples = "UAH") String currency,
    LocalDate returnedOn,
    String countedBy,
    String confirmedBy,
    String closedBy) {

  static CollectionView of(CashCollection one) {
    return new CollectionView(
        one.batchId(),
        one.delegationId(),
        one.state(),
        one.takenMinor(),
        one.handedOutMinor(),
        one.leftMinor(),
        one.returnedMinor(),
        "UAH",
        one.returnedOn(),
        one.countedBy(),
        one.confirmedBy(),
        one.closedBy());
  }
}
