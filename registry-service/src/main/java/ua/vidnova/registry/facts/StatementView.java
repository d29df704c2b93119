package ua.vidnova.registry.facts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.registry.evidence.EvidenceLevel;
import ua.vidnova.registry.evidence.Statement;
import ua.vidnova.registry.resident.ResidentView.ProvenanceView;

/** A statement as a line of a resident's history, with what it is worth now. */
@Schema(name = "StatementLine")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatementView(
    UUID id,
    Statement.Kind kind,
    EvidenceLevel evidenceLevel,
    LocalDate since,
    @Schema(implementation = CourtDecision.class) JsonNode court,
    FactOutcome outcome,
    @Schema(implementation = Object.class, description = "As it was stated; of an account its end")
        JsonNode stated,
    ProvenanceView provenance) {}
