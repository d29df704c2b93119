package ua.vidnova.payments.partner.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.http.IfMatch;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.payments.batch.FileFormat;
import ua.vidnova.payments.partner.PartnerProfile;
import ua.vidnova.payments.partner.PartnerProfiles;
import ua.vidnova.payments.partner.ProfileChange;
import ua.vidnova.payments.resident.Channel;

/** Partners' profiles: the operator's data. */
@Path("v1/partners")
@RolesAllowed({Roles.ADMINISTRATOR, Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.AUDITOR})
@Tag(name = "Partners", description = "What was agreed with each bank and with the post")
public class PartnerResource {

  private final PartnerProfiles profiles;

  @Inject
  PartnerResource(PartnerProfiles profiles) {
    this.profiles = profiles;
  }

  /** A partner's profile for one channel. */
  @Schema(name = "PartnerProfile")
  public record ProfileView(
      @Schema(examples = "00032129", description = "ЄДРПОУ") String edrpou,
      Channel channel,
      FileFormat fileFormat,
      AgreementView agreement) {

    static ProfileView of(PartnerProfile profile) {
      return new ProfileView(
          profile.edrpou(),
          profile.channel(),
          profile.fileFormat(),
          AgreementView.of(profile.agreed()));
    }
  }

  /** A change of a profile. */
  @Schema(name = "PartnerProfileChange")
  public record ChangeView(
      @Schema(examples = "3", description = "That the profile had until then") long version,
      String changedBy,
      Instant changedAt,
      @Schema(implementation = Object.class) @JsonRawValue String before) {

    static ChangeView of(ProfileChange change) {
      return new ChangeView(
          change.version(), change.changedBy(), change.changedAt(), change.before());
    }
  }

  @GET
  @Operation(summary = "Lists partners' profiles")
  public List<ProfileView> list() {
    return profiles.list().stream().map(ProfileView::of).toList();
  }

  @GET
  @Path("{edrpou}/{channel}")
  @Operation(summary = "Shows a partner's profile for a channel")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = ProfileView.class)))
  @APIResponse(responseCode = "404", description = "Not there")
  public Response show(@PathParam("edrpou") String edrpou, @PathParam("channel") Channel channel) {
    return profiles
        .find(edrpou, channel)
        .map(PartnerResource::answer)
        .orElseGet(() -> Problems.notFound().toResponse());
  }

  @GET
  @Path("{edrpou}/{channel}/changes")
  @RolesAllowed({Roles.ADMINISTRATOR, Roles.AUDITOR})
  @Operation(summary = "Lists the changes of a profile, latest first")
  public Page<ChangeView> changes(
      @PathParam("edrpou") String edrpou,
      @PathParam("channel") Channel channel,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    var page = PageRequest.of(limit, after);
    var before = page.after().map(PartnerResource::version).orElse(Long.MAX_VALUE);
    return Page.of(
            profiles.listChanges(edrpou, channel, before, page.limit() + 1),
            page.limit(),
            change -> Long.toString(change.version()))
        .map(ChangeView::of);
  }

  private static long version(String cursor) {
    try {
      return Long.parseLong(cursor);
    } catch (NumberFormatException e) {
      throw PageRequest.notOurs();
    }
  }

  private static Response answer(PartnerProfile profile) {
    return Response.ok(ProfileView.of(profile)).tag(IfMatch.tagOf(profile.version())).build();
  }
}
