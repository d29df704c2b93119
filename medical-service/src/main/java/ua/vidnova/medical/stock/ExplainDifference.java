package ua.vidnova.medical.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import ua.vidnova.chassis.audit.AuditTrail;

/** Somebody who keeps a place explains what a visit and its books disagree on. */
@ApplicationScoped
public class ExplainDifference {

  private final StockAccess access;
  private final AuditTrail auditTrail;

  @Inject
  ExplainDifference(StockAccess access, AuditTrail auditTrail) {
    this.access = access;
    this.auditTrail = auditTrail;
  }

  /** What became of an explanation. */
  public sealed interface Outcome {

    record Explained(StockDifference difference) implements Outcome {}

    record NotYours() implements Outcome {}

    record ExplainedBefore() implements Outcome {}

    /** A correction of the visit does not say it any more. */
    record Overtaken() implements Outcome {}
  }

  @Transactional
  public Outcome explain(UUID id, String explanation) {
    var found = StockDifference.findLocked(id);
    var place = found.flatMap(one -> StockPlace.<StockPlace>findByIdOptional(one.placeId()));
    if (place.filter(access::keeps).isEmpty()) {
      return new Outcome.NotYours();
    }
    var difference = found.get();
    if (difference.isExplained()) {
      return new Outcome.ExplainedBefore();
    }
    if (difference.isOvertaken()) {
      return new Outcome.Overtaken();
    }
    difference.explain(explanation, access.keeper());
    auditTrail.wrote("explained", "stock-difference", id, null);
    return new Outcome.Explained(difference);
  }
}
