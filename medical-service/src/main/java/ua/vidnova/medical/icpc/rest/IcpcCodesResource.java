package ua.vidnova.medical.icpc.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.medical.icpc.IcpcCode;
import ua.vidnova.medical.icpc.IcpcDictionary;
import ua.vidnova.medical.icpc.LoadIcpcCodes;

/** The ICPC-2 dictionary: administrators load it, medics look codes up. */
@Path("v1/icpc-codes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ICPC-2", description = "The operator's dictionary; none is shipped")
public class IcpcCodesResource {

  private static final int WORDS_LENGTH_MAX = 100;
  private static final String EXAMPLE =
      """
      code,kind,nameUk,nameEn,withdrawnOn
      X01,DIAGNOSIS,Вигаданий діагноз,Invented diagnosis,
      -90,ACTION,Вигадана дія,,2027-01-01
      """;

  private final LoadIcpcCodes loadIcpcCodes;
  private final IcpcDictionary dictionary;

  @Inject
  IcpcCodesResource(LoadIcpcCodes loadIcpcCodes, IcpcDictionary dictionary) {
    this.loadIcpcCodes = loadIcpcCodes;
    this.dictionary = dictionary;
  }

  /** How many codes a dictionary has. */
  @Schema(name = "IcpcDictionary")
  record DictionaryView(int codes) {}

  @PUT
  @Consumes("text/csv")
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(
      summary = "Puts a file in the place of the dictionary",
      description =
          "UTF-8 CSV, at most 4 MiB, taken whole or not at all. Visits keep the codes that they"
              + " have; new ones are held to the new dictionary.")
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = "text/csv",
              schema = @Schema(type = SchemaType.STRING),
              examples = @ExampleObject(name = "Two codes", value = EXAMPLE)))
  @APIResponse(responseCode = "200", description = "Loaded")
  @APIResponse(responseCode = "400", description = "Codes: header, not-utf-8, malformed-csv")
  @APIResponse(responseCode = "413", description = "too-large")
  @APIResponse(responseCode = "422", description = "invalid: errors name lines and columns")
  public DictionaryView load(InputStream file) {
    return new DictionaryView(loadIcpcCodes.load(file));
  }

  @GET
  @RolesAllowed({Roles.MEDIC, Roles.ADMINISTRATOR})
  @Operation(summary = "Looks codes up, by the beginning of the code or a part of a name")
  @APIResponse(responseCode = "200", description = "One page, in the order of codes")
  public Page<IcpcCode> search(
      @QueryParam("q") @DefaultValue("") String words,
      @QueryParam("kind") @Parameter(description = "Only those that may stand for it")
          IcpcCode.Kind kind,
      @QueryParam("limit") Integer limit,
      @QueryParam("after") String after) {
    if (words.length() > WORDS_LENGTH_MAX || words.indexOf('\0') >= 0) {
      throw new ProblemException(Problems.badParameter("q", "too-long", "At most 100 characters."));
    }
    var asked = PageRequest.of(limit, after);
    var found =
        dictionary.search(
            words.strip(), Optional.ofNullable(kind), asked.after(), asked.limit() + 1);
    return Page.of(found, asked.limit(), IcpcCode::code);
  }
}
