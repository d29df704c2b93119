package ua.vidnova.medical.stock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.locks.TransactionLock;
import ua.vidnova.chassis.problems.FieldError;

/** An administrator describes a medicine of the catalogue, new or known. */
@ApplicationScoped
public class SaveMedicine {

  /** Levels 1 to 5 of the ATC classification (WHO Collaborating Centre for Drug Statistics). */
  private static final Pattern ATC = Pattern.compile("[A-Z](\\d{2}([A-Z]([A-Z](\\d{2})?)?)?)?");

  private final TransactionLock lock;
  private final AuditTrail auditTrail;

  @Inject
  SaveMedicine(TransactionLock lock, AuditTrail auditTrail) {
    this.lock = lock;
    this.auditTrail = auditTrail;
  }

  /** What became of a description. */
  public sealed interface Outcome {

    record Saved(Medicine medicine, boolean isNew) implements Outcome {}

    record Unacceptable(List<FieldError> errors) implements Outcome {}

    record ChangedMeanwhile() implements Outcome {}
  }

  /**
   * Makes it so, or leaves all as it was.
   *
   * @param readVersion version that the administrator has seen; empty when they do not mind
   */
  @Transactional
  public Outcome save(UUID id, MedicineFacts told, OptionalLong readVersion) {
    if (told.atc() != null && !ATC.matcher(told.atc()).matches()) {
      return new Outcome.Unacceptable(
          List.of(new FieldError("atc", "not-a-code", "Such as N02BE01, or a part of it.")));
    }
    lock.waitForOthersWith("medicine " + id);
    Optional<Medicine> present = Medicine.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    if (readVersion.isPresent()
        && readVersion.getAsLong() != present.map(Medicine::version).orElse(-1)) {
      return new Outcome.ChangedMeanwhile();
    }
    var medicine = present.orElseGet(() -> new Medicine(id, told));
    medicine.become(told);
    medicine.persistAndFlush();
    auditTrail.wrote("described", "medicine", id, null);
    return new Outcome.Saved(medicine, present.isEmpty());
  }
}
