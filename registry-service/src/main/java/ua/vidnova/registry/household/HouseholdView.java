package ua.vidnova.registry.household;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A household: who lives there on a day, and how that came about. */
@Schema(name = "Household")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HouseholdView(
    UUID id,
    String settlement,
    String address,
    LocalDate formedOn,
    @Schema(description = "First day on which it was no more") LocalDate dissolvedOn,
    @Schema(description = "Day for which members are shown") LocalDate membersOn,
    List<Member> members,
    List<Membership> history) {

  /** Someone who lives there on the day. */
  @Schema(name = "HouseholdMember")
  public record Member(UUID residentId, HouseholdRole role, LocalDate fromOn) {}

  /** What happened, and who wrote it down. */
  @Schema(name = "HouseholdChange")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Change(
      HouseholdChange.Kind kind,
      String recordedBy,
      String recordedByName,
      Instant recordedAt,
      Instant deviceTime) {

    static Change of(HouseholdChange change) {
      return change == null
          ? null
          : new Change(
              change.kind(),
              change.recordedBy(),
              change.recordedByName(),
              change.recordedAt(),
              change.deviceTime());
    }
  }

  /** That someone lived there in one role, from a day up to, not including, another. */
  @Schema(name = "HouseholdMembership")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Membership(
      UUID residentId,
      HouseholdRole role,
      LocalDate fromOn,
      LocalDate untilOn,
      Change beganWith,
      Change endedWith) {}

  /** Shows a household as it was on a day. */
  public static HouseholdView of(HouseholdFile file, LocalDate on) {
    Map<UUID, HouseholdChange> changes =
        file.changes().stream().collect(Collectors.toMap(HouseholdChange::id, Function.identity()));
    var household = file.household();
    return new HouseholdView(
        household.id(),
        household.settlement(),
        household.address(),
        household.formedOn(),
        household.dissolvedOn().orElse(null),
        on,
        file.memberships().stream()
            .filter(membership -> membership.covers(on))
            .map(
                membership ->
                    new Member(membership.residentId(), membership.role(), membership.fromOn()))
            .toList(),
        file.memberships().stream()
            .map(
                membership ->
                    new Membership(
                        membership.residentId(),
                        membership.role(),
                        membership.fromOn(),
                        membership.untilOn().orElse(null),
                        Change.of(changes.get(membership.beganWith())),
                        Change.of(changes.get(membership.endedWith()))))
            .toList());
  }
}
