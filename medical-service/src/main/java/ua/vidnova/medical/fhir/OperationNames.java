package ua.vidnova.medical.fhir;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Some clients write the dollar sign of an operation's name as {@code %24}, which is the same. */
public class OperationNames {

  @ServerRequestFilter(preMatching = true)
  public void readDollar(ContainerRequestContext request) {
    var address = request.getUriInfo().getRequestUri();
    var path = address.getRawPath();
    if (path.contains("/fhir/") && path.contains("/%24")) {
      request.setRequestUri(URI.create(address.toString().replaceFirst("/%24", "/\\$")));
    }
  }
}
