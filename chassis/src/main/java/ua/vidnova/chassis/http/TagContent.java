package ua.vidnova.chassis.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Carries out {@link ContentTagged}: the tag is the start of the SHA-256 of the JSON. */
public class TagContent {

  private static final int TAG_BYTES = 16;

  private final ObjectMapper json;

  @Inject
  TagContent(ObjectMapper json) {
    this.json = json;
  }

  @ServerResponseFilter
  @ContentTagged
  public void tag(ContainerRequestContext request, ContainerResponseContext answer) {
    if (answer.getStatus() != 200
        || !answer.hasEntity()
        || answer.getHeaders().containsKey(HttpHeaders.ETAG)) {
      return;
    }
    var tag = "\"" + digest(answer.getEntity()) + "\"";
    answer.getHeaders().putSingle(HttpHeaders.ETAG, tag);
    if (names(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), tag)) {
      answer.setEntity(null);
      answer.setStatus(304);
    }
  }

  private static boolean names(String ifNoneMatch, String tag) {
    return ifNoneMatch != null
        && Arrays.stream(ifNoneMatch.split(","))
            .map(known -> known.strip().replaceFirst("^W/", ""))
            .anyMatch(known -> known.equals("*") || known.equals(tag));
  }

  private String digest(Object entity) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(entity));
      return HexFormat.of().formatHex(digest, 0, TAG_BYTES);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
