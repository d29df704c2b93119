package ua.vidnova.gateway;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import ua.vidnova.gateway.docs.ApiDocument;
import ua.vidnova.gateway.docs.ApiPage;
import ua.vidnova.gateway.pages.HomePage;
import ua.vidnova.gateway.pages.SecurityHeaders;
import ua.vidnova.gateway.pages.SignIn;
import ua.vidnova.gateway.pages.SignOut;
import ua.vidnova.gateway.pages.StatusPage;
import ua.vidnova.gateway.problems.Problems;
import ua.vidnova.gateway.problems.Refusal;
import ua.vidnova.gateway.routes.ApiDoor;
import ua.vidnova.gateway.trace.AccessLog;

/** Everything that the gateway serves, in the order in which a request meets it. */
@ApplicationScoped
class GatewayRouter {

  private static final Logger LOG = Logger.getLogger(GatewayRouter.class);

  /** Above the priority of authentication, which is 200. */
  private static final int FIRST = 400;

  private static final int AFTER_STATIC_FILES = 30_000;

  @Inject AccessLog accessLog;
  @Inject SecurityHeaders securityHeaders;
  @Inject HttpLimits httpLimits;
  @Inject HomePage homePage;
  @Inject SignIn signIn;
  @Inject SignOut signOut;
  @Inject StatusPage statusPage;
  @Inject ApiPage apiPage;
  @Inject ApiDocument apiDocument;
  @Inject ApiDoor apiDoor;

  void everyRequest(@Observes Filters filters) {
    filters.register(accessLog, FIRST);
    filters.register(securityHeaders, FIRST - 1);
    filters.register(httpLimits, FIRST - 2);
  }

  void routes(@Observes Router router) {
    serve(router, HttpMethod.GET, "/", homePage);
    serve(router, HttpMethod.GET, "/sign-in", signIn);
    serve(router, HttpMethod.POST, "/sign-out", signOut);
    serve(router, HttpMethod.GET, "/signed-out", SignOut::done);
    serve(router, HttpMethod.GET, "/status", statusPage);
    serve(router, HttpMethod.GET, "/docs/openapi.json", apiDocument);
    router.route("/docs/*").handler(apiPage);
    router.route("/api/*").handler(apiDoor);

    router
        .route()
        .order(AFTER_STATIC_FILES)
        .handler(context -> Refusal.send(context, Problems.UNKNOWN_ROUTE));
    router.route().failureHandler(GatewayRouter::failed);
  }

  private static void serve(
      Router router, HttpMethod method, String path, Handler<RoutingContext> handler) {
    router.route(method, path).handler(handler);
    router
        .route(path)
        .handler(
            context -> {
              context.response().putHeader(HttpHeaders.ALLOW, method.name());
              Refusal.send(context, Problems.METHOD_NOT_ALLOWED);
            });
  }

  private static void failed(RoutingContext context) {
    var problem = Problems.ofStatus(context.statusCode());
    if (problem.status() >= 500 && context.failure() != null) {
      // Messages of parsers and clients repeat addresses, and addresses carry names.
      LOG.errorf("Request failed: %s", describe(context.failure()));
    }
    Refusal.send(context, problem);
  }

  private static String describe(Throwable failure) {
    var at = failure.getStackTrace();
    return failure.getClass().getName() + (at.length == 0 ? "" : " at " + at[0]);
  }
}
