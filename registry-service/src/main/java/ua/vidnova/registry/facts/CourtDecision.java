package ua.vidnova.registry.facts;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The decision by which a court of Ukraine found a fact: of birth or death in occupied territory
 * (Civil Procedure Code art. 317), of missing or presumed dead (Civil Code art. 43 and 46).
 *
 * @param inForceOn from when it is in force; only then is the fact found
 */
@Schema(name = "CourtDecision")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CourtDecision(
    @NotNull(message = Fact.REQUIRED) @Size(min = 3, max = 200, message = "3 to 200 characters.")
        String court,
    @NotNull(message = Fact.REQUIRED)
        @Size(min = 1, max = 50, message = "1 to 50 characters.")
        @Schema(examples = "415/1234/26")
        String caseNumber,
    @NotNull(message = Fact.REQUIRED) LocalDate decidedOn,
    @NotNull(message = Fact.REQUIRED) LocalDate inForceOn) {}
