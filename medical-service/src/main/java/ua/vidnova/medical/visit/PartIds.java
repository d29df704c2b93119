package ua.vidnova.medical.visit;

import io.quarkus.hibernate.orm.panache.Panache;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Ids of the parts of a visit, which devices make: no two parts of any visits share one. */
final class PartIds {

  private static final String TAKEN =
      Stream.of("medicine", "vaccination", "allergy", "chronic_condition", "referral", "birth")
          .map("exists (select from visit_%s where id = any(:ids))"::formatted)
          .reduce((left, right) -> left + " or " + right)
          .map("select "::concat)
          .orElseThrow();

  private PartIds() {}

  /** True when a part of a visit that is recorded has one of the ids. */
  static boolean areTaken(VisitFacts facts) {
    var ids = of(facts);
    return !ids.isEmpty()
        && (boolean)
            Panache.getEntityManager()
                .createNativeQuery(TAKEN)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .getSingleResult();
  }

  private static List<UUID> of(VisitFacts facts) {
    return Stream.of(
            facts.medicines().stream().map(GivenMedicine::id),
            facts.vaccinations().stream().map(Vaccination::id),
            facts.allergies().stream().map(Allergy::id),
            facts.chronicConditions().stream().map(ChronicCondition::id),
            facts.referrals().stream().map(Referral::id),
            facts.births().stream().map(Birth::id))
        .flatMap(ids -> ids)
        .toList();
  }
}
