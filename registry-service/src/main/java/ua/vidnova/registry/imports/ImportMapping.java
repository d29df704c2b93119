package ua.vidnova.registry.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a list is to be read.
 *
 * @param territory КАТОТТГ code around all settlements of the list; when it is that of a
 *     settlement, the list needs no column for it
 * @param charset null to find it out
 * @param delimiter null to find it out
 * @param columns the list's header → our field; columns that are not named here are passed over
 */
@Schema(name = "ImportMapping")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ImportMapping(
    @NotNull(message = REQUIRED) ListSource source,
    @NotNull(message = REQUIRED) @Schema(examples = "UA44000000000018893") String territory,
    ListCharset charset,
    Delimiter delimiter,
    @NotNull(message = REQUIRED) DateOrder dates,
    @NotNull(message = REQUIRED)
        @Size(min = 1, max = 100, message = "Name 1 to 100 columns.")
        @Schema(
            examples =
                "{\"ПІБ\": \"FULL_NAME\", \"Дата народження\": \"BIRTH_DATE\","
                    + " \"РНОКПП\": \"RNOKPP\", \"Населений пункт\": \"SETTLEMENT\"}")
        Map<String, @NotNull(message = REQUIRED) ListField> columns) {

  private static final String REQUIRED = "This is needed.";

  boolean reads(ListField field) {
    return columns.containsValue(field);
  }
}
