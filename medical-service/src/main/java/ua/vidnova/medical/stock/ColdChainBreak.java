package ua.vidnova.medical.stock;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.medical.actor.Actor;

/** Somebody found that a batch had been too warm where it lies. The database marks the batch. */
@Entity
@Table(name = "stock_cold_chain_break")
@Immutable
@SuppressWarnings("unused") // The database reads the fields.
class ColdChainBreak extends PanacheEntityBase {

  @Id private UUID id;
  private UUID placeId;
  private UUID batchId;
  private String reason;
  private Instant recordedAt;
  private String recordedBy;
  private String recordedByName;

  protected ColdChainBreak() {}

  ColdChainBreak(UUID placeId, UUID batchId, String reason, Actor keeper) {
    this.id = Ids.newId();
    this.placeId = placeId;
    this.batchId = batchId;
    this.reason = reason;
    this.recordedAt = keeper.at();
    this.recordedBy = keeper.id();
    this.recordedByName = keeper.name();
  }
}
