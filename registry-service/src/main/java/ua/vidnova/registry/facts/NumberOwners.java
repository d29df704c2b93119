package ua.vidnova.registry.facts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import ua.vidnova.registry.merge.MergeResidents;
import ua.vidnova.registry.resident.Resident;

/** Numbers are one person's: finds who else has one of those that a resident is said to have. */
@ApplicationScoped
class NumberOwners {

  private final MergeResidents mergeResidents;

  @Inject
  NumberOwners(MergeResidents mergeResidents) {
    this.mergeResidents = mergeResidents;
  }

  /** Somebody else, or another record of the same person, whose number stands in the way. */
  Optional<Resident> find(Resident resident, KnownFacts known) {
    return known
        .rnokpp()
        .map(Fact.Rnokpp::number)
        .flatMap(rnokpp -> findByRnokpp(resident, rnokpp))
        .or(() -> known.unzr().flatMap(unzr -> findByUnzr(resident, unzr)));
  }

  private Optional<Resident> findByRnokpp(Resident resident, String rnokpp) {
    return Resident.findByRnokpp(rnokpp)
        .filter(other -> !other.personId().equals(resident.personId()))
        .or(() -> mergeResidents.findOtherWithNumber(resident, rnokpp));
  }

  private static Optional<Resident> findByUnzr(Resident resident, String unzr) {
    return Resident.findByUnzr(unzr).filter(other -> !other.id().equals(resident.id()));
  }
}
