package ua.vidnova.payments.partner.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.http.IfMatch;
import ua.vidnova.chassis.idempotency.Idempotent;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.payments.batch.FileFormat;
import ua.vidnova.payments.partner.ChangeOutcome;
import ua.vidnova.payments.partner.ChangeProfile;
import ua.vidnova.payments.partner.Meaning;
import ua.vidnova.payments.partner.PartnerProfile;
import ua.vidnova.payments.partner.PartnerProfiles;
import ua.vidnova.payments.partner.ProfileChange;
import ua.vidnova.payments.partner.Question;
import ua.vidnova.payments.report.ReportFormat;
import ua.vidnova.payments.resident.Channel;
import ua.vidnova.payments.run.InstructionState;

/** Partners' profiles: the operator's data. */
@Path("v1/partners")
@RolesAllowed({Roles.ADMINISTRATOR, Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER, Roles.AUDITOR})
@Tag(name = "Partners", description = "What was agreed with each bank and with the post")
public class PartnerResource {

  private final PartnerProfiles profiles;
  private final ChangeProfile changeProfile;

  @Inject
  PartnerResource(PartnerProfiles profiles, ChangeProfile changeProfile) {
    this.profiles = profiles;
    this.changeProfile = changeProfile;
  }

  /** What a code means. */
  @Schema(name = "CodeMeaning")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record MeaningView(
      @NotNull(message = "Say what becomes of the instruction.") Outcome outcome,
      @Schema(description = "What people have to find out of the person") Question question) {

    Meaning meaning() {
      return new Meaning(InstructionState.valueOf(outcome.name()), Optional.ofNullable(question));
    }

    static MeaningView of(Meaning meaning) {
      return new MeaningView(
          Outcome.valueOf(meaning.outcome().name()), meaning.question().orElse(null));
    }
  }

  /** What a code can mean for an instruction. */
  public enum Outcome {
    PAID,
    NOT_COLLECTED,
    REJECTED
  }

  /** What can be changed. */
  @Schema(name = "PartnerProfileRequest")
  public record ProfileRequest(
      @NotNull(message = "Empty for none.")
          @Pattern(regexp = "[A-Z0-9]{0,3}", message = "Up to three capital letters or digits.")
          String messageIdPrefix,
      @NotNull(message = "Say how the partner reports.") Set<ReportFormat> reportFormats,
      @Schema(examples = "[\"ACCC\"]")
          @NotNull(message = "Say which statuses are settlement.")
          @Size(max = 20, message = "At most 20.")
          Set<
                  @NotNull(message = "A status is missing.")
                  @Pattern(regexp = "[A-Z]{4}", message = "Four capital letters, as in ISO 20022.")
                  String>
              settledStatuses,
      @NotNull(message = "FIRST_DAY or LAST_DAY.") PartnerProfile.ReportFrom reportFrom,
      @NotNull(message = "Say how many.")
          @Min(value = 0, message = "0 or more.")
          @Max(value = 60, message = "60 or less.")
          Integer reportDays,
      @NotNull(message = "Say what the codes mean.") @Size(max = 200, message = "At most 200.")
          Map<
                  @Pattern(
                      regexp = "[A-Z0-9_]{1,35}",
                      message = "1 to 35 capital letters, digits and underscores.")
                  String,
                  @Valid @NotNull(message = "The meaning is missing.") MeaningView>
              codes) {

    /** What was paid leaves nothing to find out. */
    Optional<String> codeOfPaymentThatAsks() {
      return codes.entrySet().stream()
          .filter(code -> code.getValue().outcome() == Outcome.PAID)
          .filter(code -> code.getValue().question() != null)
          .map(Map.Entry::getKey)
          .findFirst();
    }

    ChangeProfile.Wanted wanted() {
      var meanings = new TreeMap<String, Meaning>();
      codes.forEach((code, meaning) -> meanings.put(code, meaning.meaning()));
      return new ChangeProfile.Wanted(
          messageIdPrefix, reportFormats, settledStatuses, reportFrom, reportDays, meanings);
    }
  }

  /** A partner's profile for one channel. */
  @Schema(name = "PartnerProfile")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ProfileView(
      @Schema(examples = "00032129", description = "ЄДРПОУ") String edrpou,
      Channel channel,
      @Schema(examples = "АТ «Ощадбанк»") String name,
      boolean active,
      FileFormat fileFormat,
      @Schema(examples = "300465", description = "МФО") String bankCode,
      @Schema(examples = "50000") int linesMax,
      String messageIdPrefix,
      Set<ReportFormat> reportFormats,
      Set<String> settledStatuses,
      PartnerProfile.ReportFrom reportFrom,
      int reportDays,
      Map<String, MeaningView> codes) {

    static ProfileView of(PartnerProfile profile) {
      var codes = new TreeMap<String, MeaningView>();
      profile.codes().forEach((code, meaning) -> codes.put(code, MeaningView.of(meaning)));
      return new ProfileView(
          profile.edrpou(),
          profile.channel(),
          profile.name(),
          profile.active(),
          profile.fileFormat(),
          profile.bankCode(),
          profile.linesMax(),
          profile.messageIdPrefix(),
          profile.reportFormats(),
          profile.settledStatuses(),
          profile.reportFrom(),
          profile.reportDays(),
          codes);
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
      content = @Content(schema = @Schema(implementation = ProfileView.class)))
  @APIResponse(responseCode = "404", description = "Not there")
  public Response show(@PathParam("edrpou") String edrpou, @PathParam("channel") Channel channel) {
    return profiles
        .find(edrpou, channel)
        .map(PartnerResource::answer)
        .orElseGet(() -> Problems.notFound().toResponse());
  }

  @PUT
  @Path("{edrpou}/{channel}")
  @Idempotent
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(
      summary = "Changes how a partner reports and what its words mean",
      description = "What it was before is kept; what was taken over stays as it was judged.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = ProfileView.class)))
  @APIResponse(responseCode = "404", description = "Not there")
  @APIResponse(responseCode = "412", description = "It has changed since If-Match")
  public Response change(
      @PathParam("edrpou") String edrpou,
      @PathParam("channel") Channel channel,
      @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
      @Valid @NotNull ProfileRequest request) {
    var asking = request.codeOfPaymentThatAsks();
    if (asking.isPresent()) {
      return Problems.invalid(
              "codes." + asking.get() + ".question",
              "paid-asks-nothing",
              "Who was paid needs no finding out.")
          .toResponse();
    }
    return switch (changeProfile.change(
        edrpou, channel, IfMatch.version(ifMatch), request.wanted())) {
      case ChangeOutcome.Changed(var profile) -> answer(profile);
      case ChangeOutcome.NotFound() -> Problems.notFound().toResponse();
      case ChangeOutcome.ChangedMeanwhile() -> Problems.changedMeanwhile().toResponse();
    };
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
