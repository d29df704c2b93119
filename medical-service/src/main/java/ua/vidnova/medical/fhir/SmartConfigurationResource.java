package ua.vidnova.medical.fhir;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tells apps where to sign in, and what their tokens may be held to; open to all. */
@Path("fhir/R4/.well-known/smart-configuration")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "FHIR R4")
public class SmartConfigurationResource {

  /** Keycloak's addresses under a realm. */
  private static final String OPENID_CONNECT = "/protocol/openid-connect/";

  private final FhirSettings settings;

  @Inject
  SmartConfigurationResource(FhirSettings settings) {
    this.settings = settings;
  }

  /** SMART App Launch 2.2, "Using .well-known". */
  @Schema(name = "SmartConfiguration")
  record Configuration(
      String issuer,
      @JsonProperty("jwks_uri") String keys,
      @JsonProperty("authorization_endpoint") String authorization,
      @JsonProperty("token_endpoint") String token,
      @JsonProperty("grant_types_supported") List<String> grantTypes,
      @JsonProperty("response_types_supported") List<String> responseTypes,
      @JsonProperty("code_challenge_methods_supported") List<String> codeChallengeMethods,
      @JsonProperty("scopes_supported") List<String> scopes,
      List<String> capabilities) {}

  @GET
  @Operation(summary = "Shows the SMART configuration")
  public Configuration configuration() {
    var endpoints = settings.issuer() + OPENID_CONNECT;
    return new Configuration(
        settings.issuer(),
        endpoints + "certs",
        endpoints + "auth",
        endpoints + "token",
        List.of("authorization_code", "client_credentials"),
        List.of("code"),
        List.of("S256"),
        scopes(),
        List.of(
            "client-public",
            "client-confidential-symmetric",
            "client-confidential-asymmetric",
            "permission-patient",
            "permission-user",
            "permission-v1",
            "permission-v2"));
  }

  private static List<String> scopes() {
    var scopes =
        new ArrayList<>(
            List.of(
                "openid",
                "patient/*.rs",
                "patient/*.read",
                "user/*.rs",
                "user/*.read",
                "user/*.c",
                "system/*.rs",
                "system/*.c"));
    for (var offer : Offer.values()) {
      scopes.add("patient/" + offer.type() + ".rs");
      scopes.add("user/" + offer.type() + ".rs");
    }
    return scopes;
  }
}
