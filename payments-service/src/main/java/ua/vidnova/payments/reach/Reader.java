package ua.vidnova.payments.reach;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.StringPermission;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.access.Roles;

/** A caller of what both partners and staff may read: partners their own, payments staff all. */
@RequestScoped
public class Reader {

  private final Caller caller;
  private final SecurityIdentity identity;

  @Inject
  Reader(Caller caller, SecurityIdentity identity) {
    this.caller = caller;
    this.identity = identity;
  }

  /**
   * The organisation whose objects alone the caller may see; empty for staff, who see all.
   *
   * @param scope as partners have it in their tokens, such as {@code payments.batches:read}
   * @throws ForbiddenException when the caller is neither
   */
  public Optional<String> organisationFor(String scope) {
    var nameAndAction = scope.split(":", 2);
    var permission = new StringPermission(nameAndAction[0], nameAndAction[1]);
    if (caller.isPartner() && identity.checkPermissionBlocking(permission)) {
      return caller.organisation();
    }
    if (!caller.isPartner()
        && (caller.hasRole(Roles.PAYMENTS_OFFICER)
            || caller.hasRole(Roles.PAYMENTS_APPROVER)
            || caller.hasRole(Roles.AUDITOR))) {
      return Optional.empty();
    }
    throw new ForbiddenException();
  }

  /**
   * The partner that calls.
   *
   * @throws ForbiddenException when the token names no organisation
   */
  public String partner() {
    return caller.organisation().orElseThrow(ForbiddenException::new);
  }
}
