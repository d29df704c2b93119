package ua.vidnova.gateway.standins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/**
 * A browser with a cookie jar. Redirects are followed one by one, so that each can be looked at.
 */
public final class Browser {

  private final CookieManager cookies = new CookieManager();
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final URI site;
  private final List<HttpResponse<String>> visited = new ArrayList<>();

  public Browser(URI site) {
    this.site = site;
  }

  /** Signs in by way of Keycloak; answers the page where that ends. */
  public HttpResponse<String> signIn() {
    return follow(get("/sign-in"));
  }

  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(site.resolve(path)).build());
  }

  /** Sends a request as a script or form of a page would, with further headers by pairs. */
  public HttpResponse<String> send(String method, String path, String... headers) {
    var request =
        HttpRequest.newBuilder(site.resolve(path)).method(method, BodyPublishers.ofString(""));
    return send((headers.length == 0 ? request : request.headers(headers)).build());
  }

  public HttpResponse<String> follow(HttpResponse<String> answer) {
    var now = answer;
    while (now.statusCode() / 100 == 3) {
      var next = now.uri().resolve(now.headers().firstValue("Location").orElseThrow());
      now = send(HttpRequest.newBuilder(next).build());
    }
    return now;
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      var answer = client.send(request, BodyHandlers.ofString());
      visited.add(answer);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Every answer so far, redirects included. */
  public List<HttpResponse<String>> visited() {
    return visited;
  }

  public List<HttpCookie> cookies() {
    return cookies.getCookieStore().getCookies();
  }

  public boolean isSignedIn() {
    return cookies().stream().anyMatch(cookie -> cookie.getName().startsWith("q_session"));
  }
}
