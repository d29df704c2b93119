package ua.vidnova.localstack.partners;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A file with which a partner reports. */
public record PartnerMessage(String contentType, byte[] content) {

  static PartnerMessage of(String contentType, String text) {
    return new PartnerMessage(contentType, text.getBytes(StandardCharsets.UTF_8));
  }

  /** What arrives when the line breaks. */
  PartnerMessage brokenOff() {
    return new PartnerMessage(contentType, Arrays.copyOf(content, content.length * 2 / 3));
  }

  public String text() {
    return new String(content, StandardCharsets.UTF_8);
  }
}
