package ua.vidnova.medical.fhir;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import ua.vidnova.chassis.access.AppTokens;
import ua.vidnova.chassis.problems.Problem;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.medical.fhir.mapping.ResourceId;
import ua.vidnova.medical.resident.Person;

/**
 * What the scopes of an app's token allow, by SMART App Launch 2.2, "Scopes for requesting FHIR
 * resources": {@code patient/Observation.rs}, {@code user/*.cruds}, and version 1's {@code .read},
 * {@code .write} and {@code .*}. They only narrow what the account may do, be it a person's who
 * uses the app or, in {@code system/*.rs}, the backend's own; the token of a client that is no app
 * is not narrowed. A scope with a query behind it grants nothing here, since it grants less than it
 * says without.
 */
@RequestScoped
public class SmartScopes {

  /** What is done with resources of a type. */
  public enum Permission {
    CREATE('c'),
    READ('r'),
    SEARCH('s');

    private final char letter;

    Permission(char letter) {
      this.letter = letter;
    }
  }

  private static final Pattern SCOPE =
      Pattern.compile("(patient|user|system)/(\\*|[A-Za-z]+)\\.(c?r?u?d?s?|read|write|\\*)");

  private record Scope(String context, String type, String letters) {

    static Optional<Scope> parse(String text) {
      var form = SCOPE.matcher(text);
      return form.matches()
          ? Optional.of(new Scope(form.group(1), form.group(2), letters(form.group(3))))
          : Optional.empty();
    }

    private static String letters(String permissions) {
      return switch (permissions) {
        case "read" -> "rs";
        case "write" -> "cud";
        case "*" -> "cruds";
        default -> permissions;
      };
    }

    boolean grants(String wanted, Permission permission) {
      return (type.equals("*") || type.equals(wanted)) && letters.indexOf(permission.letter) >= 0;
    }
  }

  private final boolean narrowed;
  private final List<Scope> scopes;
  private final Optional<UUID> patient;

  @Inject
  SmartScopes(SecurityIdentity identity) {
    var token = identity.getPrincipal() instanceof JsonWebToken jwt ? jwt : null;
    narrowed = token == null || AppTokens.isApps(token);
    scopes =
        token == null
            ? List.of()
            : AppTokens.scopesOf(token).stream()
                .flatMap(text -> Scope.parse(text).stream())
                .toList();
    patient =
        Optional.ofNullable(token)
            .map(jwt -> jwt.<Object>getClaim("patient"))
            .flatMap(id -> ResourceId.uuid(id.toString()));
  }

  /** For proxies only. */
  SmartScopes() {
    narrowed = true;
    scopes = List.of();
    patient = Optional.empty();
  }

  /** Whether there are any to be held to. */
  public boolean areNarrowed() {
    return narrowed;
  }

  /**
   * Refuses when no scope allows it for anybody.
   *
   * @throws ProblemException 403
   */
  public void demand(String type, Permission permission) {
    if (!allowForAll(type, permission) && !allow("patient", type, permission)) {
      throw new ProblemException(
          Problem.of(403, "scope-lacking", "The token's scopes do not allow this")
              .withDetail("It takes a scope such as user/" + type + "." + permission.letter + "."));
    }
  }

  /**
   * Whether it is allowed with a person's record. Scopes of a patient hold for the patient whom the
   * token names, and for no other.
   */
  public boolean allow(String type, Permission permission, Person person) {
    return allowForAll(type, permission)
        || allow("patient", type, permission)
            && patient.filter(person.recordIds()::contains).isPresent();
  }

  /** Whether it is allowed with everybody whom the account may see. */
  private boolean allowForAll(String type, Permission permission) {
    return allow("user", type, permission) || allow("system", type, permission);
  }

  private boolean allow(String context, String type, Permission permission) {
    return !narrowed
        || scopes.stream()
            .anyMatch(scope -> scope.context.equals(context) && scope.grants(type, permission));
  }
}
