package ua.vidnova.registry.merge;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.ids.Ids;

/**
 * A registrar's decision that one record is of the same person as another, with what it made of the
 * survivor's view.
 *
 * <p>Life cycle: in force from the decision on, until it is undone once with a reason; then kept. A
 * resident has at most one merge in force, and a survivor is never merged itself.
 */
@Entity
@SuppressWarnings("UnusedVariable") // Who, when and why are kept for people to read.
public class ResidentMerge extends PanacheEntityBase {

  @Id private UUID id;
  private UUID mergedId;
  private UUID survivorId;
  private UUID pairId;

  @ColumnTransformer(write = "?::jsonb")
  private String survivorBefore;

  @ColumnTransformer(write = "?::jsonb")
  private String survivorAfter;

  private String mergedBy;
  private String mergedByName;
  private Instant mergedAt;
  private String unmergedBy;
  private String unmergedByName;
  private Instant unmergedAt;
  private String unmergeReason;

  protected ResidentMerge() {}

  static ResidentMerge begin(
      UUID mergedId, UUID survivorId, UUID pairId, Caller caller, Instant at) {
    var merge = new ResidentMerge();
    merge.id = Ids.newId();
    merge.mergedId = mergedId;
    merge.survivorId = survivorId;
    merge.pairId = pairId;
    merge.mergedBy = caller.id();
    merge.mergedByName = caller.name();
    merge.mergedAt = at;
    return merge;
  }

  /** The merge in force of a record. */
  public static Optional<ResidentMerge> findOf(UUID mergedId) {
    return find("mergedId = ?1 and unmergedAt is null", mergedId).firstResultOptional();
  }

  /** The merges in force into a resident, in the order in which they were made. */
  static List<ResidentMerge> listInto(UUID survivorId) {
    return list("survivorId = ?1 and unmergedAt is null order by mergedAt, id", survivorId);
  }

  /** Notes what the merge made of the survivor's view; JSON of shared views. */
  void note(String before, String after) {
    survivorBefore = before;
    survivorAfter = after;
  }

  void undo(String reason, Caller caller, Instant at) {
    unmergedBy = caller.id();
    unmergedByName = caller.name();
    unmergedAt = at;
    unmergeReason = reason;
  }

  public UUID mergedId() {
    return mergedId;
  }

  public UUID survivorId() {
    return survivorId;
  }

  /** The pair on which the decision was taken. */
  public UUID pairId() {
    return pairId;
  }

  String survivorBefore() {
    return survivorBefore;
  }

  String survivorAfter() {
    return survivorAfter;
  }
}
