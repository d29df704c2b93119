package ua.vidnova.gateway.routes;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import ua.vidnova.gateway.callers.Caller;
import ua.vidnova.gateway.callers.CrossSiteGuard;
import ua.vidnova.gateway.callers.Identification;
import ua.vidnova.gateway.callers.IdentifyCaller;
import ua.vidnova.gateway.callers.IngressCertificate;
import ua.vidnova.gateway.limits.RequestLimits;
import ua.vidnova.gateway.problems.Problem;
import ua.vidnova.gateway.problems.Problems;
import ua.vidnova.gateway.problems.Refusal;

/** Lets calls of the API through to their service, or says why not. */
@ApplicationScoped
public class ApiDoor implements Handler<RoutingContext> {

  private final Services services;
  private final IdentifyCaller identify;
  private final IngressCertificate certificates;
  private final RequestLimits limits;

  ApiDoor(
      Services services,
      IdentifyCaller identify,
      IngressCertificate certificates,
      RequestLimits limits) {
    this.services = services;
    this.identify = identify;
    this.certificates = certificates;
    this.limits = limits;
  }

  @Override
  public void handle(RoutingContext context) {
    services
        .ofPath(context.normalizedPath())
        .ifPresentOrElse(
            service -> receive(context, service), () -> turnAway(context, Problems.UNKNOWN_ROUTE));
  }

  private void receive(RoutingContext context, Service service) {
    if (service.isPublicRead(context.request().method(), context.normalizedPath())) {
      admitAnyone(context, service);
    } else {
      admit(context, service);
    }
  }

  /** Whoever it is, the service is not told. */
  private void admitAnyone(RoutingContext context, Service service) {
    if (!limits.admitsAnonymous(context)) {
      Refusal.send(context, Problems.TOO_MANY_REQUESTS);
    } else if (announcesTooMuch(context, service)) {
      Refusal.send(context, Problems.BODY_TOO_LARGE);
    } else {
      Forwarding.start(context, service, Optional.empty(), Optional.empty());
    }
  }

  private void admit(RoutingContext context, Service service) {
    identify
        .of(context)
        .subscribe()
        .with(
            identification -> {
              switch (identification) {
                case Identification.Known known -> admit(context, service, known.caller());
                case Identification.Refused refused -> turnAway(context, refused.problem());
                case Identification.Anonymous anonymous ->
                    turnAway(context, Problems.UNAUTHENTICATED);
                case Identification.Redirected redirected ->
                    turnAway(context, Problems.SESSION_EXPIRED);
              }
            },
            context::fail);
  }

  private void admit(RoutingContext context, Service service, Caller caller) {
    if (caller.door() == Caller.Door.SESSION && !CrossSiteGuard.allowsCall(context.request())) {
      Refusal.send(context, Problems.CROSS_SITE_REQUEST);
    } else if (!limits.admits(context, caller)) {
      Refusal.send(context, Problems.TOO_MANY_REQUESTS);
    } else if (announcesTooMuch(context, service)) {
      Refusal.send(context, Problems.BODY_TOO_LARGE);
    } else {
      Forwarding.start(context, service, Optional.of(caller), certificates.of(context));
    }
  }

  /** A refusal of someone unknown; these are counted by address, so that guessing does not pay. */
  private void turnAway(RoutingContext context, Problem problem) {
    Refusal.send(context, limits.admitsAnonymous(context) ? problem : Problems.TOO_MANY_REQUESTS);
  }

  private static boolean announcesTooMuch(RoutingContext context, Service service) {
    var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length != null && Long.parseLong(length) > service.bodyBytesMax();
    } catch (NumberFormatException notALength) {
      return true;
    }
  }
}
