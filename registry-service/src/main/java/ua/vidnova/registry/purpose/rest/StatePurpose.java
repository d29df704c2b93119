package ua.vidnova.registry.purpose.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.StatedPurpose;
import ua.vidnova.chassis.problems.Problem;
import ua.vidnova.chassis.problems.Problems;
import ua.vidnova.registry.purpose.Purposes;

/**
 * Takes the header {@code Purpose} of each request, or the usual purpose of the caller's role, so
 * that the audit trail says for what personal data was asked.
 */
class StatePurpose {

  static final String HEADER = "Purpose";

  private final Purposes purposes;
  private final Caller caller;
  private final StatedPurpose stated;

  @Inject
  StatePurpose(Purposes purposes, Caller caller, StatedPurpose stated) {
    this.purposes = purposes;
    this.caller = caller;
    this.stated = stated;
  }

  @ServerRequestFilter
  Optional<Response> state(ContainerRequestContext request) {
    var code = request.getHeaderString(HEADER);
    if (code == null) {
      purposes.usualOf(caller.roles()).ifPresent(stated::state);
      return Optional.empty();
    }
    if (!purposes.codes().contains(code)) {
      return Optional.of(
          Problems.badParameter(HEADER, "unknown", "Give one of the known purposes.").toResponse());
    }
    if (!purposes.isOpenTo(caller.roles(), code)) {
      return Optional.of(
          Problem.of(403, "purpose-not-yours", "Your role does not ask for this purpose")
              .toResponse());
    }
    stated.state(code);
    return Optional.empty();
  }
}
