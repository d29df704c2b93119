package ua.vidnova.payments.grant.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.payments.grant.ExtendTerms;

/** The daily extension of terms, for an operator who does not want to wait for the night. */
@Path("v1/grant-extensions")
@RolesAllowed(Roles.ADMINISTRATOR)
@Tag(name = "Grants", description = "Aid to residents whom no list of the Pension Fund names")
public class ExtensionResource {

  private final ExtendTerms extendTerms;

  @Inject
  ExtensionResource(ExtendTerms extendTerms) {
    this.extendTerms = extendTerms;
  }

  /** How many grants go on. */
  @Schema(name = "GrantExtension")
  public record ExtensionView(@Schema(examples = "120") int extended) {}

  @POST
  @Operation(
      summary = "Extends the terms that end with this month, where the programme extends itself",
      description = "Also done every night. May be repeated.")
  public ExtensionView extend() {
    return new ExtensionView(extendTerms.extend());
  }
}
