package ua.vidnova.registry.household;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.registry.shield.Shielding;

/**
 * That a resident lived in a household in one role, from a day up to another. Ended once; a change
 * of the role ends one and begins the next.
 */
@Entity
public class HouseholdMembership extends PanacheEntityBase {

  @Id private UUID id;
  private UUID householdId;
  private UUID residentId;

  @Enumerated(EnumType.STRING)
  private HouseholdRole role;

  private LocalDate fromOn;
  private LocalDate untilOn;
  private UUID beganWith;
  private UUID endedWith;

  protected HouseholdMembership() {}

  static HouseholdMembership begin(
      Household household, Seat seat, LocalDate on, HouseholdChange change) {
    var membership = new HouseholdMembership();
    membership.id = Ids.newId();
    membership.householdId = household.id();
    membership.residentId = seat.residentId();
    membership.role = seat.role();
    membership.fromOn = on;
    membership.beganWith = change.id();
    membership.persist();
    return membership;
  }

  /** All memberships that each household ever had, first to last. */
  static Map<UUID, List<HouseholdMembership>> byHousehold(Collection<UUID> householdIds) {
    return HouseholdMembership.<HouseholdMembership>list(
            "householdId in ?1 order by fromOn, id", householdIds)
        .stream()
        .collect(Collectors.groupingBy(membership -> membership.householdId));
  }

  /** Those of the residents who live in another household on a day or later. */
  static List<UUID> listElsewhere(Collection<UUID> residentIds, UUID householdId, LocalDate from) {
    return HouseholdMembership.<HouseholdMembership>list(
            "residentId in ?1 and householdId <> ?2 and (untilOn is null or untilOn > ?3)",
            residentIds,
            householdId,
            from)
        .stream()
        .map(HouseholdMembership::residentId)
        .distinct()
        .sorted()
        .toList();
  }

  /** The households in which somebody of these records lives, in the order of ids. */
  static List<UUID> listHouseholdsOf(Collection<UUID> residentIds) {
    return getEntityManager()
        .createQuery(
            "select distinct m.householdId from HouseholdMembership m"
                + " where m.residentId in ?1 and m.untilOn is null order by m.householdId",
            UUID.class)
        .setParameter(1, residentIds)
        .getResultList();
  }

  /** Who lives there, under the records by which they are known; none who is shielded. */
  static List<UUID> listPeopleToTell(UUID householdId) {
    return getEntityManager()
        .createQuery(
            "select distinct p.id from HouseholdMembership m"
                + " join Resident r on r.id = m.residentId"
                + " join Resident p on p.id = coalesce(r.mergedInto, r.id)"
                + " where m.householdId = ?1 and m.untilOn is null and "
                + Shielding.unshielded("p.id")
                + " order by p.id",
            UUID.class)
        .setParameter(1, householdId)
        .getResultList();
  }

  void end(LocalDate on, HouseholdChange change) {
    untilOn = on;
    endedWith = change.id();
  }

  boolean isOpen() {
    return untilOn == null;
  }

  /** Whether the resident lived there on a day. */
  boolean covers(LocalDate day) {
    return !day.isBefore(fromOn) && (untilOn == null || day.isBefore(untilOn));
  }

  UUID residentId() {
    return residentId;
  }

  HouseholdRole role() {
    return role;
  }

  LocalDate fromOn() {
    return fromOn;
  }

  Optional<LocalDate> untilOn() {
    return Optional.ofNullable(untilOn);
  }

  UUID beganWith() {
    return beganWith;
  }

  UUID endedWith() {
    return endedWith;
  }
}
