package ua.vidnova.registry.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.contracts.reference.Territory;
import ua.vidnova.registry.matching.Band;
import ua.vidnova.registry.matching.Origin;
import ua.vidnova.registry.names.PersonName;
import ua.vidnova.registry.resident.Resident;
import ua.vidnova.registry.resident.ResidentView;

/** A pair as a line of the queue: enough to choose where to begin. */
@Schema(name = "ReviewSummary")
public record ReviewSummary(
    UUID id,
    PairState state,
    @Schema(description = "How much speaks for one person, log2; more is stronger") double bits,
    Band band,
    Origin origin,
    Instant proposedAt,
    List<Side> sides) {

  /** One of the two. */
  @Schema(name = "ReviewSummarySide")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Side(
      UUID residentId,
      PersonName name,
      LocalDate birthDate,
      Sex sex,
      String settlement,
      String settlementName,
      String rnokppEnding) {

    static Side of(Resident resident) {
      var place = resident.settlement();
      return new Side(
          resident.id(),
          resident.name(),
          resident.birthDate(),
          resident.sex(),
          place,
          Territories.ukraine().find(place).map(Territory::nameUk).orElse(null),
          resident.rnokpp().map(ResidentView::ending).orElse(null));
    }
  }

  /** Shows a pair with its sides. */
  public static ReviewSummary of(MatchPair pair, List<Resident> sides) {
    return new ReviewSummary(
        pair.id(),
        pair.state(),
        pair.bits(),
        pair.band(),
        pair.origin(),
        pair.proposedAt(),
        sides.stream().map(Side::of).toList());
  }
}
