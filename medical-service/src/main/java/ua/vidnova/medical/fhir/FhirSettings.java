package ua.vidnova.medical.fhir;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.ws.rs.core.UriInfo;
import java.time.Period;
import java.util.Optional;

/** Where the FHIR interface stands in the world. */
@ConfigMapping(prefix = "vidnova.fhir")
interface FhirSettings {

  /** Address that clients use, without a slash at the end; by default, that of the request. */
  Optional<String> baseUrl();

  /** Address of the realm that signs the tokens, as apps reach it. */
  @WithDefault("${quarkus.oidc.auth-server-url:http://localhost:8090/realms/vidnova}")
  String issuer();

  /** How long ago diagnoses, medicines and referrals still count for a summary; in days. */
  @WithDefault("P180D")
  Period summaryRecency();

  /** How many of a person's latest visits a summary is made of. */
  @WithDefault("200")
  int summaryVisitsMax();

  default String baseUrl(UriInfo request) {
    return baseUrl().orElseGet(() -> request.getBaseUri() + "fhir/R4");
  }
}
