package ua.vidnova.coordination.cashpoint;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A place where money can be had, as it is now. Life cycle: somebody describes it with a status;
 * then descriptions and statuses follow each other, each kept as a {@link CashPointEntry}. It is
 * never removed: one that is gone is OUT. Whom it serves is in {@link ServedSettlement}.
 */
@Entity
public class CashPoint extends PanacheEntityBase {

  @Id private UUID id;
  private String operator;
  private String operatorCode;

  @Enumerated(EnumType.STRING)
  private CashPointKind kind;

  private String placeName;
  private String homeSettlement;
  private String postalIndex;
  @Embedded private Limits limits;

  @Enumerated(EnumType.STRING)
  private Power power;

  @Enumerated(EnumType.STRING)
  private Link link;

  @Enumerated(EnumType.STRING)
  private CashPointState state;

  private LocalDate since;
  private String stateSource;
  @Version private int version;

  protected CashPoint() {}

  CashPoint(UUID id) {
    this.id = id;
  }

  /** Which cash points are looked for; an empty part is any. */
  public record Query(
      Optional<String> settlement,
      Optional<String> operator,
      Optional<CashPointKind> kind,
      Optional<CashPointState> state) {}

  /** Those that fit, by id. */
  public static List<CashPoint> list(Query wanted, Optional<UUID> after, int limit) {
    return CashPoint.<CashPoint>find(
            "from CashPoint c where (?1 is null or c.operator = ?1) and (?2 is null or c.kind = ?2)"
                + " and (?3 is null or c.state = ?3) and (?4 is null or c.id > ?4)"
                + " and (?5 is null or exists (select 1 from ServedSettlement s"
                + " where s.key.cashPointId = c.id and s.key.settlement = ?5)) order by c.id",
            wanted.operator().orElse(null),
            wanted.kind().orElse(null),
            wanted.state().orElse(null),
            after.orElse(null),
            wanted.settlement().orElse(null))
        .range(0, limit - 1)
        .list();
  }

  /** Locks it until the transaction ends. */
  static Optional<CashPoint> findLocked(UUID id) {
    return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
  }

  static Optional<CashPoint> findByCode(String operator, String operatorCode) {
    return find("operator = ?1 and operatorCode = ?2", operator, operatorCode)
        .firstResultOptional();
  }

  /** Those of an operator with one of the codes, locked. */
  static List<CashPoint> listByCodesLocked(String operator, Collection<String> codes) {
    return CashPoint.<CashPoint>find(
            "operator = ?1 and operatorCode in ?2 order by id", operator, codes)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }

  void become(Description told) {
    operator = told.operator();
    operatorCode = told.operatorCode();
    kind = told.kind();
    placeName = told.placeName();
    homeSettlement = told.homeSettlement();
    postalIndex = told.postalIndex();
    limits = told.limits();
  }

  void become(Status told) {
    state = told.state();
    since = told.since();
    power = told.power();
    link = told.link();
    stateSource = told.source();
  }

  Description description(List<Served> serves) {
    return new Description(
        operator,
        operatorCode,
        kind,
        placeName,
        homeSettlement,
        serves,
        postalIndex,
        limits == null ? new Limits(null, null, null, null) : limits);
  }

  /** Null before the first. */
  Status status() {
    return state == null ? null : new Status(state, since, power, link, stateSource);
  }

  public UUID id() {
    return id;
  }

  public String operator() {
    return operator;
  }

  public String operatorCode() {
    return operatorCode;
  }

  public CashPointKind kind() {
    return kind;
  }

  public String homeSettlement() {
    return homeSettlement;
  }

  public int version() {
    return version;
  }
}
