package ua.vidnova.coordination.brigade.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.coordination.brigade.Member;
import ua.vidnova.coordination.brigade.MemberRole;

/** Who is in a brigade or on a trip, as callers tell and see it. */
@Schema(name = "BrigadeMember")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MemberView(
    @Schema(examples = "medic", description = "The realm's user name") @NotBlank @Size(max = 255)
        String user,
    @NotNull MemberRole role,
    @Schema(description = "The humanitarian organisation; with SPECIALIST, and only then")
        @Size(max = 200)
        String organisation) {

  public static MemberView of(Member member) {
    return new MemberView(member.user(), member.role(), member.organisation());
  }

  public Member member() {
    return new Member(user, role, organisation);
  }
}
