package ua.vidnova.registry.shield.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.access.Roles;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.registry.shield.ListShielded;

/** Who is shielded, by id only. */
@Path("v1/shields")
@Tag(name = "Shields")
public class ShieldedResource {

  private final ListShielded listShielded;

  @Inject
  ShieldedResource(ListShielded listShielded) {
    this.listShielded = listShielded;
  }

  @GET
  @RolesAllowed(Roles.ADMINISTRATOR)
  @Operation(summary = "Lists shielded residents of the caller's territories, by id only")
  public Page<ListShielded.Line> shields(
      @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
    return listShielded.list(PageRequest.of(limit, after));
  }
}
