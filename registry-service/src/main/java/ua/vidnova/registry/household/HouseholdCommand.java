package ua.vidnova.registry.household;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a registrar asks of a household that is there. */
public sealed interface HouseholdCommand {

  /** Day on which it happened; null is today. */
  LocalDate on();

  /** What the device's clock showed; null when it did not say. */
  Instant deviceTime();

  /** Someone moves in. */
  @Schema(name = "HouseholdJoin")
  record Join(
      @NotNull(message = REQUIRED) UUID residentId,
      @NotNull(message = REQUIRED) HouseholdRole role,
      LocalDate on,
      Instant deviceTime)
      implements HouseholdCommand {}

  /** Someone moves out; the last one dissolves the household. */
  @Schema(name = "HouseholdLeave")
  record Leave(
      @NotNull(message = REQUIRED) UUID residentId,
      @Schema(description = "Who heads those who stay, when it is the head that leaves")
          UUID newHeadId,
      LocalDate on,
      Instant deviceTime)
      implements HouseholdCommand {}

  /** Some move out together and form a household; if all do, the old one is dissolved. */
  @Schema(name = "HouseholdSplit")
  record Split(
      @Schema(description = "UUIDv7 of the new household, made on the device") UUID id,
      @NotBlank(message = REQUIRED) String settlement,
      @NotBlank(message = REQUIRED) @Size(max = 300, message = TOO_LONG) String address,
      @NotNull(message = REQUIRED) @Size(min = 1, max = 50, message = COUNT)
          List<@NotNull(message = REQUIRED) @Valid Seat> members,
      @Schema(description = "Who heads those who stay, when the head is among those who leave")
          UUID newHeadId,
      LocalDate on,
      Instant deviceTime)
      implements HouseholdCommand {}

  /** Another member becomes the head. */
  @Schema(name = "HouseholdHeadChange")
  record ChangeHead(
      @NotNull(message = REQUIRED) UUID residentId,
      @NotNull(message = REQUIRED) @Schema(description = "What the former head is from then on")
          HouseholdRole formerHeadRole,
      LocalDate on,
      Instant deviceTime)
      implements HouseholdCommand {}

  String REQUIRED = "This is needed.";
  String TOO_LONG = "This is too long.";
  String COUNT = "Give 1 to 50.";
}
