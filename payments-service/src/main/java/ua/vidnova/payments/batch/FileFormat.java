package ua.vidnova.payments.batch;

import ua.vidnova.payments.resident.Channel;

/** In what form a partner takes a batch. */
public enum FileFormat {
  /** ISO 20022 customer credit transfer, {@code pain.001.001.09}. */
  PAIN_001("application/xml", "xml"),
  /** Delivery list, RFC 4180. */
  DELIVERY_LIST("text/csv;charset=UTF-8;header=present", "csv"),
  /** What tills may hand out, without names; RFC 4180. */
  VOUCHER_LIST("text/csv;charset=UTF-8;header=present", "csv"),
  /** What a delegated official hands out against receipts, RFC 4180. */
  COLLECTION_LIST("text/csv;charset=UTF-8;header=present", "csv");

  private final String mediaType;
  private final String extension;

  FileFormat(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  /** In what form whoever pays through a channel takes a batch. */
  public static FileFormat of(Channel channel) {
    return switch (channel) {
      case BANK -> PAIN_001;
      case POST -> DELIVERY_LIST;
      case TILL -> VOUCHER_LIST;
      case DELEGATE -> COLLECTION_LIST;
    };
  }

  public String mediaType() {
    return mediaType;
  }

  public String extension() {
    return extension;
  }
}
