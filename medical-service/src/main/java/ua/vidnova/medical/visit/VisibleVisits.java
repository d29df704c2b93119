package ua.vidnova.medical.visit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.medical.resident.Person;
import ua.vidnova.medical.resident.VisibleResidents;

/** The visits that the caller may see: those of residents who live in their territories. */
@ApplicationScoped
public class VisibleVisits {

  private final VisibleResidents visibleResidents;

  @Inject
  VisibleVisits(VisibleResidents visibleResidents) {
    this.visibleResidents = visibleResidents;
  }

  /** A visit and the person whom it was about. */
  public record VisitOfPerson(Visit visit, Person person) {}

  /** Empty also when the visit is another territory's. */
  public Optional<Visit> find(UUID id) {
    return findWithPerson(id).map(VisitOfPerson::visit);
  }

  /** The same together with the person. */
  public Optional<VisitOfPerson> findWithPerson(UUID id) {
    return Visit.findLatest(id)
        .flatMap(
            visit ->
                visibleResidents
                    .find(visit.residentId())
                    .map(person -> new VisitOfPerson(visit, person)));
  }
}
