package ua.vidnova.medical.fhir;

import io.smallrye.config.ConfigMapping;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/** Where the FHIR interface stands in the world. */
@ConfigMapping(prefix = "vidnova.fhir")
interface FhirSettings {

  /** Address that clients use, without a slash at the end; by default, that of the request. */
  Optional<String> baseUrl();

  default String baseUrl(UriInfo request) {
    return baseUrl().orElseGet(() -> request.getBaseUri() + "fhir/R4");
  }
}
