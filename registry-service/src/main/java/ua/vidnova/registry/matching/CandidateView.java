package ua.vidnova.registry.matching;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.registry.names.PersonName;

/** A resident who may be the same person, as shown to a registrar. */
@Schema(name = "MatchCandidate")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CandidateView(
    UUID residentId,
    Band band,
    @Schema(description = "log2 of how much likelier one person is than two", examples = "31.4")
        double bits,
    @Schema(description = "Only of residents of your territories") PersonName name,
    @Schema(description = "What agrees and how much it counts; values only beside a name")
        List<Explanation.Sentence> explanation) {}
