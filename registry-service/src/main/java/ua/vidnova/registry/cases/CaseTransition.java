package ua.vidnova.registry.cases;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import ua.vidnova.chassis.ids.Ids;

/** One step of a case: who made it, when, and why. Only ever added. */
@Entity
@Immutable
public class CaseTransition extends PanacheEntityBase {

  /**
   * Who writes a step down.
   *
   * @param deviceTime what the device's clock showed; null when it did not say
   */
  public record Recorder(String by, String byName, Instant at, Instant deviceTime) {}

  @Id private UUID id;
  private UUID caseId;
  private long caseVersion;

  @Enumerated(EnumType.STRING)
  private CaseState fromState;

  @Enumerated(EnumType.STRING)
  private CaseState toState;

  private LocalDate occurredOn;
  private String note;
  private String[] withoutDocuments;
  private String recordedBy;
  private String recordedByName;
  private Instant recordedAt;
  private Instant deviceTime;

  protected CaseTransition() {}

  static CaseTransition submission(ServiceCase submitted, String note, Recorder recorder) {
    return add(
        submitted.id(),
        0,
        null,
        new CaseRules.Move(CaseState.SUBMITTED, submitted.submittedOn(), List.of(), note),
        recorder);
  }

  /** Adds the step that a case is about to make. */
  static CaseTransition step(ServiceCase moving, CaseRules.Move move, Recorder recorder) {
    return add(moving.id(), moving.version() + 1, moving.state(), move, recorder);
  }

  private static CaseTransition add(
      UUID caseId, long caseVersion, CaseState from, CaseRules.Move move, Recorder recorder) {
    var transition = new CaseTransition();
    transition.id = Ids.newId();
    transition.caseId = caseId;
    transition.caseVersion = caseVersion;
    transition.fromState = from;
    transition.toState = move.to();
    transition.occurredOn = move.occurredOn();
    transition.note = move.note();
    transition.withoutDocuments = move.withoutDocuments().toArray(String[]::new);
    transition.recordedBy = recorder.by();
    transition.recordedByName = recorder.byName();
    transition.recordedAt = recorder.at();
    transition.deviceTime = recorder.deviceTime();
    transition.persist();
    return transition;
  }

  /** The steps of a case, first to last. */
  static List<CaseTransition> listOf(UUID caseId) {
    return list("caseId = ?1 order by caseVersion", caseId);
  }

  public CaseState fromState() {
    return fromState;
  }

  public CaseState toState() {
    return toState;
  }

  public LocalDate occurredOn() {
    return occurredOn;
  }

  public String note() {
    return note;
  }

  public List<String> withoutDocuments() {
    return List.of(withoutDocuments);
  }

  public String recordedBy() {
    return recordedBy;
  }

  public String recordedByName() {
    return recordedByName;
  }

  public Instant recordedAt() {
    return recordedAt;
  }

  public Instant deviceTime() {
    return deviceTime;
  }
}
