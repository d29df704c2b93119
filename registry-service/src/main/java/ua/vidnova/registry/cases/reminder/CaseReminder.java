package ua.vidnova.registry.cases.reminder;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;

/** That a deadline was pointed out, once for a case and stage. */
@Entity
@Immutable
@IdClass(CaseReminder.Key.class)
public class CaseReminder extends PanacheEntityBase {

  /** How near the deadline is. */
  @Schema(name = "ReminderStage")
  public enum Stage {
    DUE_SOON,
    OVERDUE
  }

  /** What a reminder is known by. */
  public record Key(UUID caseId, Stage stage) implements Serializable {}

  @Id private UUID caseId;

  @Id
  @Enumerated(EnumType.STRING)
  private Stage stage;

  private Instant remindedAt;

  protected CaseReminder() {}

  /** The reminders of a case, first to last. */
  public static List<CaseReminder> listOf(UUID caseId) {
    return list("caseId = ?1 order by remindedAt, stage", caseId);
  }

  public UUID caseId() {
    return caseId;
  }

  public Stage stage() {
    return stage;
  }

  public Instant remindedAt() {
    return remindedAt;
  }
}
