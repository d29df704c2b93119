package ua.vidnova.registry.cases.document;

import java.util.Arrays;

/** The formats in which scans are taken. */
public enum ScanFormat {
  JPEG("image/jpeg", "jpg"),
  PNG("image/png", "png"),
  PDF("application/pdf", "pdf");

  private final String mediaType;
  private final String extension;

  ScanFormat(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  static ScanFormat ofMediaType(String mediaType) {
    return Arrays.stream(values())
        .filter(format -> format.mediaType.equals(mediaType))
        .findFirst()
        .orElseThrow();
  }

  public String mediaType() {
    return mediaType;
  }

  public String extension() {
    return extension;
  }
}
