package ua.vidnova.payments.identification;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.ids.Ids;

/**
 * One identification that the Pension Fund's people hold themselves.
 *
 * <p>Life: appointed (by video alone), then decided once; or decided when it is recorded.
 */
@Entity
@SuppressWarnings("unused") // Hibernate reads and writes every field.
public class Identification extends PanacheEntityBase {

  @Id private UUID id;

  private UUID residentId;

  @Enumerated(EnumType.STRING)
  private Method method;

  private Instant appointedFor;

  private boolean signLanguage;

  private LocalDate heldOn;

  @Enumerated(EnumType.STRING)
  private Result result;

  private boolean declared;

  private String recordedBy;

  private Instant recordedAt;

  private String decidedBy;

  private Instant decidedAt;

  protected Identification() {}

  /**
   * How it is held.
   *
   * @param appointedFor null unless it was appointed
   * @param signLanguage whether the person needs an interpreter of sign language
   */
  public record Appointment(Method method, Instant appointedFor, boolean signLanguage) {}

  /**
   * What came of it.
   *
   * @param declared whether the person declared to receive no Russian pension
   */
  public record Finding(LocalDate heldOn, Result result, boolean declared) {}

  static Identification of(UUID residentId, Appointment appointment, String by, Instant at) {
    var identification = new Identification();
    identification.id = Ids.newId();
    identification.residentId = residentId;
    identification.method = appointment.method();
    identification.appointedFor = appointment.appointedFor();
    identification.signLanguage = appointment.signLanguage();
    identification.recordedBy = by;
    identification.recordedAt = at;
    return identification;
  }

  static Optional<Identification> findLocked(UUID id) {
    return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  /** A resident's, oldest first. */
  public static List<Identification> listOf(UUID residentId, UUID after, int limit) {
    return Identification.<Identification>find(
            "residentId = ?1 and id > ?2 order by id", residentId, after)
        .range(0, limit - 1)
        .list();
  }

  void decide(Finding finding, String by, Instant at) {
    if (isDecided()) {
      throw new IllegalStateException("Identification " + id + " is decided");
    }
    heldOn = finding.heldOn();
    result = finding.result();
    declared = finding.declared();
    decidedBy = by;
    decidedAt = at;
  }

  boolean isDecided() {
    return result != null;
  }

  public UUID id() {
    return id;
  }

  public UUID residentId() {
    return residentId;
  }

  public Method method() {
    return method;
  }

  public Instant appointedFor() {
    return appointedFor;
  }

  public boolean signLanguage() {
    return signLanguage;
  }

  public LocalDate heldOn() {
    return heldOn;
  }

  /** Null while it awaits its day. */
  public Result result() {
    return result;
  }

  public boolean declared() {
    return declared;
  }

  public String recordedBy() {
    return recordedBy;
  }

  public String decidedBy() {
    return decidedBy;
  }
}
