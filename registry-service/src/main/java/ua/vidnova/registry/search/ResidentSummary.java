package ua.vidnova.registry.search;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.registry.evidence.EvidenceLevel;
import ua.vidnova.registry.names.PersonName;
import ua.vidnova.registry.resident.LifeState;

/**
 * A resident as a line of search results: enough to tell namesakes apart, and no more.
 *
 * @param rnokppEnding last four digits; null when there is no number
 * @param rank how well the line answers the question; greater is better
 */
@Schema(name = "ResidentSummary")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ResidentSummary(
    UUID id,
    PersonName name,
    LocalDate birthDate,
    Sex sex,
    String settlement,
    String settlementName,
    LifeState lifeState,
    EvidenceLevel evidenceLevel,
    String rnokppEnding,
    @Schema(description = "The list that has the person, while nobody has identified them")
        String listedIn,
    @JsonIgnore double rank) {}
