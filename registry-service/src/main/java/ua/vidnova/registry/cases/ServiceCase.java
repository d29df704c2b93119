package ua.vidnova.registry.cases;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.contracts.reference.Territory;
import ua.vidnova.registry.resident.Resident;
import ua.vidnova.registry.services.OfferedService;

/**
 * One application of one resident for one service.
 *
 * <p>Life: SUBMITTED; sent to the competent body as soon as the documents are there, else
 * WAITING_FOR_DOCUMENTS; DECIDED and HANDED_OVER, or REFUSED. Each step is a {@link
 * CaseTransition}; the service row, the place and the deadline stay those of the submission.
 */
@Entity
public class ServiceCase extends PanacheEntityBase {

  @Id private UUID id;
  @Version private long version;
  private String service;
  private LocalDate serviceFrom;
  private UUID residentId;
  private String settlement;

  @SuppressWarnings("UnusedVariable") // for lists
  private String[] areas;

  @Enumerated(EnumType.STRING)
  private CaseState state;

  private LocalDate submittedOn;
  private LocalDate deadline;

  protected ServiceCase() {}

  static ServiceCase submit(
      UUID id,
      OfferedService service,
      Resident applicant,
      LocalDate submittedOn,
      LocalDate deadline) {
    var submitted = new ServiceCase();
    submitted.id = id;
    submitted.service = service.code();
    submitted.serviceFrom = service.validFrom();
    submitted.residentId = applicant.id();
    submitted.settlement = applicant.settlement();
    submitted.areas =
        Territories.ukraine()
            .lineage(applicant.settlement())
            .map(Territory::code)
            .toArray(String[]::new);
    submitted.state = CaseState.SUBMITTED;
    submitted.submittedOn = submittedOn;
    submitted.deadline = deadline;
    submitted.persist();
    return submitted;
  }

  static Optional<ServiceCase> findCase(UUID id) {
    return findByIdOptional(id);
  }

  /** Takes the case's lock until the transaction ends and reads it anew. */
  static Optional<ServiceCase> findLocked(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  void moveTo(CaseState next) {
    if (!state.next().contains(next)) {
      throw new IllegalStateException("Case " + id + " does not go from " + state + " to " + next);
    }
    state = next;
  }

  /** The deadline has passed and nobody has decided. */
  public boolean isOverdue(LocalDate today) {
    return CaseState.OPEN.contains(state) && deadline.isBefore(today);
  }

  public UUID id() {
    return id;
  }

  public long version() {
    return version;
  }

  public String service() {
    return service;
  }

  public LocalDate serviceFrom() {
    return serviceFrom;
  }

  public UUID residentId() {
    return residentId;
  }

  public String settlement() {
    return settlement;
  }

  public CaseState state() {
    return state;
  }

  public LocalDate submittedOn() {
    return submittedOn;
  }

  public LocalDate deadline() {
    return deadline;
  }
}
