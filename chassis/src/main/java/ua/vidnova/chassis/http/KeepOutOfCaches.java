package ua.vidnova.chassis.http;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Answers speak of people, so neither a browser's disk nor a proxy may keep them, unless a resource
 * says otherwise of its own (RFC 9111, section 5.2.2.5).
 */
public class KeepOutOfCaches {

  @ServerResponseFilter
  public void say(ContainerResponseContext answer) {
    answer.getHeaders().putIfAbsent(HttpHeaders.CACHE_CONTROL, List.of("no-store"));
  }
}
