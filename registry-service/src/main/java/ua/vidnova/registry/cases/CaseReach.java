package ua.vidnova.registry.cases;

import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.registry.resident.Resident;
import ua.vidnova.registry.resident.ResidentReach;
import ua.vidnova.registry.shield.Shielding;

/**
 * The cases and applicants that a caller may see: those of the caller's territories, but for people
 * who are shielded from the caller.
 */
@ApplicationScoped
public class CaseReach {

  private final Caller caller;
  private final ResidentReach residents;
  private final Shielding shielding;

  @Inject
  CaseReach(Caller caller, ResidentReach residents, Shielding shielding) {
    this.caller = caller;
    this.residents = residents;
    this.shielding = shielding;
  }

  /**
   * What is looked for.
   *
   * @param residentId only those of the person, under whichever record they were submitted
   * @param states only cases in one of these
   * @param dueFrom first deadline that is asked for
   * @param dueTo last deadline that is asked for
   */
  public record Query(
      Optional<UUID> residentId,
      Optional<String> service,
      List<CaseState> states,
      LocalDate dueFrom,
      LocalDate dueTo,
      Optional<Place> after,
      int limit) {}

  /** Where a page ended. */
  public record Place(LocalDate deadline, UUID id) {

    static Place of(ServiceCase one) {
      return new Place(one.deadline(), one.id());
    }

    /** Reads what {@link #toString} wrote. */
    public static Place parse(String text) {
      var parts = text.split("/", 2);
      try {
        return new Place(LocalDate.parse(parts[0]), UUID.fromString(parts[1]));
      } catch (DateTimeParseException
          | IllegalArgumentException
          | ArrayIndexOutOfBoundsException e) {
        throw PageRequest.notOurs();
      }
    }

    @Override
    public String toString() {
      return deadline + "/" + id;
    }
  }

  public Optional<ServiceCase> find(UUID caseId) {
    return ServiceCase.findCase(caseId).filter(this::covers);
  }

  /** The same; the case is locked until the transaction ends. */
  public Optional<ServiceCase> findLocked(UUID caseId) {
    return ServiceCase.findLocked(caseId).filter(this::covers);
  }

  Optional<Resident> findApplicant(UUID residentId) {
    return residents.find(residentId);
  }

  boolean covers(ServiceCase one) {
    return caller.covers(one.settlement()) && !shielding.hides(one.residentId());
  }

  /** The nearest deadline first. */
  List<ServiceCase> list(Query asked) {
    var where =
        new StringBuilder("from ServiceCase c where array_intersects(c.areas, :areas)")
            .append(" and c.state in :states and c.deadline between :dueFrom and :dueTo and ")
            .append(Shielding.visibleRecord("c.residentId"));
    var parameters =
        Parameters.with("areas", caller.territories().toArray(String[]::new))
            .and("states", asked.states())
            .and("dueFrom", asked.dueFrom())
            .and("dueTo", asked.dueTo())
            .and("staff", caller.id());
    asked
        .residentId()
        .ifPresent(
            id -> {
              where.append(" and c.residentId in :records");
              parameters.and("records", Resident.findIdsOfPerson(id));
            });
    asked
        .service()
        .ifPresent(
            code -> {
              where.append(" and c.service = :service");
              parameters.and("service", code);
            });
    asked
        .after()
        .ifPresent(
            place -> {
              where.append(
                  " and (c.deadline > :deadline or (c.deadline = :deadline and c.id > :id))");
              parameters.and("deadline", place.deadline()).and("id", place.id());
            });
    return ServiceCase.<ServiceCase>find(where + " order by c.deadline, c.id", parameters)
        .page(0, asked.limit())
        .list();
  }
}
