package ua.vidnova.coordination.cashpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Looks up cash points together with whom they serve. */
@ApplicationScoped
public class FindCashPoints {

  @Transactional
  public Optional<KnownCashPoint> find(UUID id) {
    return CashPoint.<CashPoint>findByIdOptional(id).map(FindCashPoints::known);
  }

  /** By id, behind the one given. */
  @Transactional
  public List<KnownCashPoint> list(CashPoint.Query wanted, Optional<UUID> after, int limit) {
    var found = CashPoint.list(wanted, after, limit);
    var serves = ServedSettlement.mapOf(found.stream().map(CashPoint::id).toList());
    return found.stream().map(one -> known(one, serves.getOrDefault(one.id(), List.of()))).toList();
  }

  static KnownCashPoint known(CashPoint one) {
    return known(one, ServedSettlement.listOf(one.id()));
  }

  static KnownCashPoint known(CashPoint one, List<Served> serves) {
    return new KnownCashPoint(one.id(), one.description(serves), one.status(), one.version());
  }
}
