package ua.vidnova.chassis.access;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Tells tokens of SMART apps, which are held to their scopes, from those of our own clients. The
 * realm gives every app the scope {@code smart}, so that one that asks for no other is held, too.
 */
public final class AppTokens {

  private static final Pattern HELD = Pattern.compile("smart|(patient|user|system)/.+");

  private AppTokens() {}

  public static List<String> scopesOf(JsonWebToken token) {
    var scope = token.<Object>getClaim("scope");
    return scope == null ? List.of() : Arrays.asList(scope.toString().split(" "));
  }

  /** Whether the token is held to the SMART scopes in it, of which there may be none. */
  public static boolean isApps(JsonWebToken token) {
    return scopesOf(token).stream().anyMatch(scope -> HELD.matcher(scope).matches());
  }
}
