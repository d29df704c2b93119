package ua.vidnova.registry.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.registry.evidence.IdentityDocument;
import ua.vidnova.registry.matching.Band;
import ua.vidnova.registry.matching.Explanation.Sentence;
import ua.vidnova.registry.matching.FeatureWeight;
import ua.vidnova.registry.matching.Origin;
import ua.vidnova.registry.resident.NeedToKnow.Part;
import ua.vidnova.registry.resident.ResidentFile;
import ua.vidnova.registry.resident.ResidentView;

/** A pair side by side, as a registrar decides on it. */
@Schema(name = "Review")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReviewView(
    UUID id,
    PairState state,
    @Schema(description = "How much speaks for one person, log2; the sum of the explanation")
        double bits,
    Band band,
    Origin origin,
    Instant proposedAt,
    @JsonRawValue
        @Schema(
            implementation = FeatureWeight[].class,
            description = "Per feature, how the records agree and how much that counts")
        String explanation,
    @Schema(description = "The same for a person to read") List<Sentence> sentences,
    @Schema(description = "What both or one of them say, field by field") List<Line> fields,
    @Schema(description = "Types of papers that both have shown, with the same number")
        List<String> sharedDocuments,
    @Schema(description = "Both, whole; in the order of the lines") List<ResidentView> sides,
    Decision decision) {

  /** How two sides stand to each other in one field. */
  @Schema(name = "FieldAgreement")
  public enum Agreement {
    EQUAL,
    DIFFERENT,
    /** Only one side says anything. */
    ONE_SIDED
  }

  /** One field of both. */
  @Schema(name = "ReviewLine")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Line(
      @Schema(examples = "name.family") String field,
      String first,
      String second,
      Agreement agreement) {

    static Stream<Line> of(String field, Object first, Object second) {
      if (first == null && second == null) {
        return Stream.empty();
      }
      var agreement =
          first == null || second == null
              ? Agreement.ONE_SIDED
              : first.equals(second) ? Agreement.EQUAL : Agreement.DIFFERENT;
      return Stream.of(new Line(field, text(first), text(second), agreement));
    }

    private static String text(Object value) {
      return value == null ? null : value.toString();
    }
  }

  /** The decision that stands. */
  @Schema(name = "ReviewDecision")
  public record Decision(PairState decision, String reason, String decidedBy, Instant decidedAt) {}

  /** Shows a review in those parts of a resident. */
  public static ReviewView of(Review review, Set<Part> parts) {
    var pair = review.pair();
    var sides = review.sides().stream().map(file -> ResidentView.of(file, parts)).toList();
    return new ReviewView(
        pair.id(),
        pair.state(),
        pair.bits(),
        pair.band(),
        pair.origin(),
        pair.proposedAt(),
        pair.features(),
        review.sentences(),
        lines(sides.getFirst(), sides.getLast()),
        sharedDocuments(review.sides().getFirst(), review.sides().getLast()),
        sides,
        pair.state() == PairState.PROPOSED
            ? null
            : new Decision(pair.state(), pair.reason(), pair.decidedByName(), pair.decidedAt()));
  }

  private static List<Line> lines(ResidentView first, ResidentView second) {
    return Stream.of(
            Line.of("name.family", first.name().family(), second.name().family()),
            Line.of("name.given", first.name().given(), second.name().given()),
            Line.of("name.patronymic", first.name().patronymic(), second.name().patronymic()),
            Line.of("birthDate", first.birthDate(), second.birthDate()),
            Line.of("sex", first.sex(), second.sex()),
            Line.of("rnokpp", first.rnokpp(), second.rnokpp()),
            Line.of("rnokppAbsence", first.rnokppAbsence(), second.rnokppAbsence()),
            Line.of("phone", first.phone(), second.phone()),
            Line.of("settlement", first.settlement(), second.settlement()),
            Line.of("lifeState", first.lifeState(), second.lifeState()),
            Line.of("lifeStateSince", first.lifeStateSince(), second.lifeStateSince()),
            Line.of("evidenceLevel", first.evidenceLevel(), second.evidenceLevel()),
            Line.of("identifiedOn", first.identifiedOn(), second.identifiedOn()))
        .flatMap(line -> line)
        .toList();
  }

  private static List<String> sharedDocuments(ResidentFile first, ResidentFile second) {
    return first.documents().stream()
        .map(IdentityDocument::details)
        .filter(
            one ->
                second.documents().stream()
                    .map(IdentityDocument::details)
                    .anyMatch(one::isSamePaperAs))
        .map(details -> Objects.toString(details.type()))
        .distinct()
        .toList();
  }
}
