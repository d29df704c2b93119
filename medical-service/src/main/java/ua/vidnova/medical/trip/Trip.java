package ua.vidnova.medical.trip;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A brigade's trip, as coordination last told it.
 *
 * @param startsOn first day, in Kyiv; likewise the last
 * @param stops in the order in which the brigade makes them
 */
public record Trip(
    UUID id,
    int version,
    TripState state,
    UUID brigadeId,
    String brigadeName,
    BrigadeKind brigadeKind,
    LocalDate startsOn,
    LocalDate endsOn,
    List<Member> members,
    List<Stop> stops) {

  /**
   * Who is on it.
   *
   * @param user the realm's user name
   */
  public record Member(String user, MemberRole role) {}

  /**
   * Where it stops.
   *
   * @param settlement KATOTTG code; likewise that of its hromada
   * @param place where in the settlement; null when the brigade goes from house to house
   */
  public record Stop(UUID id, String settlement, String hromada, LocalDate on, String place) {}

  /** What a user is on this trip; empty when they are not on it. */
  public Optional<MemberRole> roleOf(String user) {
    return members.stream()
        .filter(member -> member.user().equals(user))
        .map(Member::role)
        .findFirst();
  }

  /** Whether people are treated on it. */
  public boolean isMedical() {
    return brigadeKind != BrigadeKind.ADMINISTRATIVE;
  }
}
