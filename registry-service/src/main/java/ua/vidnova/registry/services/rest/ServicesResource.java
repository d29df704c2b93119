package ua.vidnova.registry.services.rest;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.registry.services.OfferedService;
import ua.vidnova.registry.services.ServiceCatalogue;
import ua.vidnova.registry.services.ServiceView;

/** What can be applied for. It is public knowledge, so everyone who has signed in may read it. */
@Path("v1/services")
@Authenticated
@Tag(name = "Services", description = "Administrative services and the cases of those who apply")
public class ServicesResource {

  private final ServiceCatalogue catalogue;
  private final KyivCalendar calendar;

  @Inject
  ServicesResource(ServiceCatalogue catalogue, KyivCalendar calendar) {
    this.catalogue = catalogue;
    this.calendar = calendar;
  }

  @GET
  @Operation(
      summary = "Lists the services that are offered today",
      description =
          "With legal basis, documents, fee, who decides and the term, each with its source. A"
              + " basis without an article is still to be confirmed.")
  public Page<ServiceView> services() {
    List<OfferedService> offered = catalogue.offeredOn(calendar.today());
    return new Page<>(offered.stream().map(ServiceView::of).toList(), null);
  }
}
