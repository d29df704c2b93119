package ua.vidnova.coordination.brigade.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.coordination.brigade.Brigade;
import ua.vidnova.coordination.brigade.BrigadeKind;
import ua.vidnova.coordination.brigade.BrigadeRules;

/** A brigade as a coordinator tells it, whole. */
@Schema(name = "BrigadeRequest")
record BrigadeRequest(
    @Schema(examples = "Мобільна медична бригада № 1") @NotBlank String name,
    @NotNull BrigadeKind kind,
    @Schema(
            examples = "UA44000000000018893",
            description = "KATOTTG code, of any level: its coordinators answer for the brigade")
        @NotBlank
        String territory,
    @NotEmpty @Size(max = BrigadeRules.MEMBERS_MAX) List<@Valid @NotNull MemberView> members) {

  Brigade.Description description() {
    return new Brigade.Description(
        name, kind, territory, members.stream().map(MemberView::member).toList());
  }
}
