package ua.vidnova.registry.household;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.Immutable;
import ua.vidnova.chassis.ids.Ids;

/** One thing that happened to a household, and who wrote it down. Only ever added. */
@Entity
@Immutable
public class HouseholdChange extends PanacheEntityBase {

  /** What happened. */
  @Schema(name = "HouseholdChangeKind")
  public enum Kind {
    FORMED,
    JOINED,
    LEFT,
    SPLIT,
    HEAD_CHANGED
  }

  /** Who writes it down; deviceTime is null when the device did not say. */
  record Recorder(String by, String byName, Instant at, Instant deviceTime) {}

  @Id private UUID id;
  private UUID householdId;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private LocalDate occurredOn;
  private String recordedBy;
  private String recordedByName;
  private Instant recordedAt;
  private Instant deviceTime;

  protected HouseholdChange() {}

  static HouseholdChange add(UUID householdId, Kind kind, LocalDate occurredOn, Recorder recorder) {
    var change = new HouseholdChange();
    change.id = Ids.newId();
    change.householdId = householdId;
    change.kind = kind;
    change.occurredOn = occurredOn;
    change.recordedBy = recorder.by();
    change.recordedByName = recorder.byName();
    change.recordedAt = recorder.at();
    change.deviceTime = recorder.deviceTime();
    change.persist();
    return change;
  }

  /** What happened to each household, first to last. */
  static Map<UUID, List<HouseholdChange>> byHousehold(Collection<UUID> householdIds) {
    return HouseholdChange.<HouseholdChange>list("householdId in ?1 order by id", householdIds)
        .stream()
        .collect(Collectors.groupingBy(change -> change.householdId));
  }

  UUID id() {
    return id;
  }

  Kind kind() {
    return kind;
  }

  LocalDate occurredOn() {
    return occurredOn;
  }

  String recordedBy() {
    return recordedBy;
  }

  String recordedByName() {
    return recordedByName;
  }

  Instant recordedAt() {
    return recordedAt;
  }

  Instant deviceTime() {
    return deviceTime;
  }
}
