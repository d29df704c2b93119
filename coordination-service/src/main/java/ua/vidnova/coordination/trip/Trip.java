package ua.vidnova.coordination.trip;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Parameters;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.LockModeType;
import jakarta.persistence.OrderColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.contracts.reference.Territory;
import ua.vidnova.coordination.brigade.Brigade;
import ua.vidnova.coordination.brigade.BrigadeKind;
import ua.vidnova.coordination.brigade.Member;

/**
 * A brigade's trip. Life cycle: PLANNED, and planned anew as often as needed; UNDER_WAY once the
 * brigade's lead starts it, with a route that may still change; COMPLETED by the lead. CANCELLED
 * instead, with a reason, while it is not over. What is over stays as it was.
 */
@Entity
public class Trip extends PanacheEntityBase {

  @Id private UUID id;
  private UUID brigadeId;
  private String brigadeName;

  @Enumerated(EnumType.STRING)
  private BrigadeKind brigadeKind;

  @Enumerated(EnumType.STRING)
  private TripState state;

  private LocalDate startsOn;
  private LocalDate endsOn;
  private LocalDate completedOn;
  private String cancelReason;

  @SuppressWarnings("UnusedVariable") // for lists
  private String[] areas;

  @ElementCollection
  @CollectionTable(name = "trip_member", joinColumns = @JoinColumn(name = "trip_id"))
  @OrderColumn(name = "rank")
  private List<Member> members;

  @ElementCollection
  @CollectionTable(name = "trip_stop", joinColumns = @JoinColumn(name = "trip_id"))
  @OrderColumn(name = "rank")
  private List<Stop> stops;

  private int version;

  protected Trip() {}

  Trip(UUID id) {
    this.id = id;
    this.state = TripState.PLANNED;
    this.version = -1;
  }

  /**
   * Which trips are looked for; an empty part is any.
   *
   * @param within KATOTTG codes of any level, one of which holds one of the stops
   * @param territory the same once more, as the caller narrows it
   * @param from trips that end on this day or later
   * @param to trips that begin on this day or earlier
   */
  public record Query(
      Set<String> within,
      Optional<String> territory,
      Optional<UUID> brigadeId,
      Optional<TripState> state,
      Optional<LocalDate> from,
      Optional<LocalDate> to) {}

  /** Those that fit, the latest first. */
  static List<Trip> list(Query wanted, Optional<TripPosition> after, int limit) {
    var text = new StringBuilder("from Trip t where array_intersects(t.areas, :within)");
    var parameters = Parameters.with("within", wanted.within().toArray(String[]::new));
    wanted
        .territory()
        .ifPresent(code -> add(text, parameters, "array_contains(t.areas, :code)", "code", code));
    wanted
        .brigadeId()
        .ifPresent(id -> add(text, parameters, "t.brigadeId = :brigade", "brigade", id));
    wanted.state().ifPresent(one -> add(text, parameters, "t.state = :state", "state", one));
    wanted.from().ifPresent(day -> add(text, parameters, "t.endsOn >= :from", "from", day));
    wanted.to().ifPresent(day -> add(text, parameters, "t.startsOn <= :to", "to", day));
    return page(text, parameters, after, limit);
  }

  /** Those on which a user is or was, the latest first. */
  static List<Trip> listOfUser(String user, Optional<TripPosition> after, int limit) {
    return page(
        new StringBuilder(
            "from Trip t where exists (select 1 from t.members m where m.user = :user)"),
        Parameters.with("user", user),
        after,
        limit);
  }

  private static List<Trip> page(
      StringBuilder text, Parameters parameters, Optional<TripPosition> after, int limit) {
    after.ifPresent(
        last -> {
          text.append(" and (t.startsOn, t.id) < (:lastDay, :lastId)");
          parameters.and("lastDay", last.startsOn()).and("lastId", last.id());
        });
    text.append(" order by t.startsOn desc, t.id desc");
    return Trip.<Trip>find(text.toString(), parameters).page(0, limit).list();
  }

  private static void add(
      StringBuilder text, Parameters parameters, String condition, String name, Object value) {
    text.append(" and ").append(condition);
    parameters.and(name, value);
  }

  static Optional<Trip> findTrip(UUID id) {
    return findByIdOptional(id);
  }

  /** Locks it until the transaction ends. */
  static Optional<Trip> findLocked(UUID id) {
    return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Other trips that keep the brigade or one of the users busy within the days of a plan. */
  static List<Trip> listBusy(UUID except, Plan plan, Collection<String> users) {
    return list(
        "from Trip t where t.id <> ?1 and t.state <> ?2 and t.startsOn <= ?3"
            + " and t.endsOn >= ?4 and (t.completedOn is null or t.completedOn >= ?4)"
            + " and (t.brigadeId = ?5"
            + " or exists (select 1 from t.members m where m.user in ?6)) order by t.id",
        except,
        TripState.CANCELLED,
        plan.endsOn(),
        plan.startsOn(),
        plan.brigadeId(),
        users);
  }

  /** Those of the stops' ids that other trips have. */
  static List<UUID> listStopsOfOthers(UUID except, Collection<UUID> stopIds) {
    return getEntityManager()
        .createQuery(
            "select s.stopId from Trip t join t.stops s where t.id <> ?1 and s.stopId in ?2",
            UUID.class)
        .setParameter(1, except)
        .setParameter(2, stopIds)
        .getResultList();
  }

  /** A change of the stops alone is one too, so that the version is counted here. */
  void become(Plan plan, Brigade brigade) {
    version++;
    var description = brigade.description();
    brigadeId = brigade.id();
    brigadeName = description.name();
    brigadeKind = description.kind();
    startsOn = plan.startsOn();
    endsOn = plan.endsOn();
    members = new ArrayList<>(plan.members());
    stops = new ArrayList<>(plan.stops());
    areas =
        plan.stops().stream()
            .flatMap(stop -> Territories.ukraine().lineage(stop.settlement()))
            .map(Territory::code)
            .distinct()
            .toArray(String[]::new);
  }

  void start() {
    version++;
    state = TripState.UNDER_WAY;
  }

  void complete(LocalDate on) {
    version++;
    state = TripState.COMPLETED;
    completedOn = on;
  }

  void cancel(String reason) {
    version++;
    state = TripState.CANCELLED;
    cancelReason = reason;
  }

  public Plan plan() {
    return new Plan(brigadeId, List.copyOf(members), startsOn, endsOn, List.copyOf(stops));
  }

  boolean hasMember(String user) {
    return members.stream().anyMatch(member -> member.user().equals(user));
  }

  public UUID id() {
    return id;
  }

  public String brigadeName() {
    return brigadeName;
  }

  public BrigadeKind brigadeKind() {
    return brigadeKind;
  }

  public TripState state() {
    return state;
  }

  public Optional<LocalDate> completedOn() {
    return Optional.ofNullable(completedOn);
  }

  public Optional<String> cancelReason() {
    return Optional.ofNullable(cancelReason);
  }

  public int version() {
    return version;
  }
}
