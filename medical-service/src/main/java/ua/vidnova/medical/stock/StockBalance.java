package ua.vidnova.medical.stock;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How much of a batch lies at a place. Movements book it by trigger; nobody else changes it. */
@Entity
@SuppressWarnings("unused") // Queries use the fields.
class StockBalance extends PanacheEntityBase {

  @EmbeddedId private Key key;
  private BigDecimal quantity;
  private boolean coldChainBroken;

  protected StockBalance() {}

  @Embeddable
  record Key(UUID placeId, UUID batchId) {}

  private static final String ON_HAND =
      "select new ua.vidnova.medical.stock.OnHand(b.id, m.id, m.facts.name, m.facts.strength,"
          + " m.facts.unit, m.facts.coldChain, b.batch, b.expiresOn, s.quantity, s.coldChainBroken)"
          + " from StockBalance s, StockBatch b, Medicine m"
          + " where b.id = s.key.batchId and m.id = b.medicineId and s.key.placeId = :place ";

  /** What there is at a place, what expires first before the rest. */
  static List<OnHand> listAt(UUID placeId, Optional<OnHand.Position> after, int limit) {
    var last = after.orElse(new OnHand.Position(LocalDate.EPOCH, new UUID(0, 0)));
    return getEntityManager()
        .createQuery(
            ON_HAND
                + "and s.quantity > 0 and (b.expiresOn, b.id) > (:day, :batch)"
                + " order by b.expiresOn, b.id",
            OnHand.class)
        .setParameter("place", placeId)
        .setParameter("day", last.expiresOn())
        .setParameter("batch", last.batchId())
        .setMaxResults(limit)
        .getResultList();
  }

  /** What there is, or once was, of some batches at a place, by batch. */
  static Map<UUID, OnHand> mapAt(UUID placeId, Collection<UUID> batchIds) {
    return getEntityManager()
        .createQuery(ON_HAND + "and b.id in :batches", OnHand.class)
        .setParameter("place", placeId)
        .setParameter("batches", batchIds)
        .getResultStream()
        .collect(Collectors.toMap(OnHand::batchId, Function.identity()));
  }
}
