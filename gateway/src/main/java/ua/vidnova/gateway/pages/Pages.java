package ua.vidnova.gateway.pages;

import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.Callable;

/** Answers with a page or sends the browser to another one. */
public final class Pages {

  private Pages() {}

  /** Makes the page away from the event loop. */
  static void show(RoutingContext context, int status, Callable<TemplateInstance> page) {
    context
        .vertx()
        .executeBlocking(() -> page.call().render(), false)
        .onSuccess(
            html ->
                context
                    .response()
                    .setStatusCode(status)
                    .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end(html))
        .onFailure(context::fail);
  }

  /** Sends the browser on with a GET, whatever it came with. */
  public static void redirect(RoutingContext context, String address) {
    context
        .response()
        .setStatusCode(303)
        .putHeader(HttpHeaders.LOCATION, address)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end();
  }
}
