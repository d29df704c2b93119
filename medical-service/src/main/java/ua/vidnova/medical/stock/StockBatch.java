package ua.vidnova.medical.stock;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import ua.vidnova.chassis.ids.Ids;

/** A manufacturer's batch of a medicine, as printed on the box. */
@Entity
@Immutable
class StockBatch extends PanacheEntityBase {

  @Id private UUID id;
  private UUID medicineId;
  private String batch;
  private LocalDate expiresOn;

  protected StockBatch() {}

  static Optional<StockBatch> find(UUID medicineId, String batch, LocalDate expiresOn) {
    return find("medicineId = ?1 and batch = ?2 and expiresOn = ?3", medicineId, batch, expiresOn)
        .firstResultOptional();
  }

  /** The batch, made if nobody has heard of it. */
  static StockBatch heardOf(UUID medicineId, String batch, LocalDate expiresOn) {
    getEntityManager()
        .createNativeQuery(
            "insert into stock_batch (id, medicine_id, batch, expires_on) values (?1, ?2, ?3, ?4)"
                + " on conflict do nothing")
        .setParameter(1, Ids.newId())
        .setParameter(2, medicineId)
        .setParameter(3, batch)
        .setParameter(4, expiresOn)
        .executeUpdate();
    return find(medicineId, batch, expiresOn).orElseThrow();
  }

  UUID id() {
    return id;
  }

  LocalDate expiresOn() {
    return expiresOn;
  }
}
