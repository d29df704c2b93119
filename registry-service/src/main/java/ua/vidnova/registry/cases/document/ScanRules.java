package ua.vidnova.registry.cases.document;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import ua.vidnova.registry.Checked;

/**
 * Tells by its bytes, never by its name, what a scan is and whether all of it arrived. It walks the
 * file's own structure and decodes no picture, so nothing in a file can make it costly.
 */
public final class ScanRules {

  /** More than any scanner or telephone makes; a picture beyond it is meant to fill a memory. */
  private static final long PIXELS_MAX = 120_000_000;

  private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final byte[] JPEG_START = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
  private static final byte[] PDF_START = ascii("%PDF-");

  /** Where readers look for the end of a PDF (ISO 32000-1, annex H.3). */
  private static final int PDF_END_WITHIN = 1024;

  private ScanRules() {}

  /**
   * Examines a file.
   *
   * @param file all of its bytes, from position 0; big-endian
   * @return the format, or {@code unknown-format}, {@code broken-file}, {@code too-many-pixels}
   */
  public static Checked<ScanFormat> examine(ByteBuffer file) {
    if (startsWith(file, PNG_SIGNATURE)) {
      return examinePng(file.duplicate());
    }
    if (startsWith(file, JPEG_START)) {
      return examineJpeg(file.duplicate());
    }
    if (startsWith(file, PDF_START)) {
      return examinePdf(file.duplicate());
    }
    return Checked.bad("unknown-format", "Send a JPEG, a PNG or a PDF.");
  }

  private static Checked<ScanFormat> examinePng(ByteBuffer file) {
    file.position(PNG_SIGNATURE.length);
    var pixels = 0L;
    var hasPicture = false;
    while (file.remaining() >= 12) {
      var length = file.getInt();
      if (length < 0 || length > file.remaining() - 8) {
        return broken();
      }
      var chunk = file.slice(file.position(), 4 + length);
      var type = StandardCharsets.US_ASCII.decode(chunk.slice(0, 4)).toString();
      file.position(file.position() + 4 + length);
      if (crcOf(chunk) != Integer.toUnsignedLong(file.getInt())) {
        return broken();
      }
      switch (type) {
        case "IHDR" -> pixels = length == 13 ? pixels(chunk.getInt(4), chunk.getInt(8)) : 0;
        case "IDAT" -> hasPicture = true;
        case "IEND" -> {
          return hasPicture ? picture(ScanFormat.PNG, pixels) : broken();
        }
        default -> {}
      }
    }
    return broken();
  }

  /** Segments up to the picture each say how long they are; the picture ends with FF D9. */
  private static Checked<ScanFormat> examineJpeg(ByteBuffer file) {
    file.position(2);
    var pixels = 0L;
    while (file.remaining() >= 4) {
      if (file.get() != (byte) 0xff) {
        return broken();
      }
      var marker = file.get() & 0xff;
      if (marker == 0xff) {
        file.position(file.position() - 1);
        continue;
      }
      var length = file.getShort() & 0xffff;
      if (length < 2 || length - 2 > file.remaining()) {
        return broken();
      }
      if (isFrame(marker) && length >= 8) {
        pixels =
            pixels(
                file.getShort(file.position() + 3) & 0xffff,
                file.getShort(file.position() + 1) & 0xffff);
      }
      file.position(file.position() + length - 2);
      if (marker == 0xda) {
        return hasEndOfImage(file) ? picture(ScanFormat.JPEG, pixels) : broken();
      }
    }
    return broken();
  }

  /** SOF0 to SOF15, without the tables that lie between them. */
  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  private static boolean hasEndOfImage(ByteBuffer file) {
    for (var at = file.position(); at + 1 < file.limit(); at++) {
      if (file.get(at) == (byte) 0xff && file.get(at + 1) == (byte) 0xd9) {
        return true;
      }
    }
    return false;
  }

  private static Checked<ScanFormat> examinePdf(ByteBuffer file) {
    var from = Math.max(0, file.limit() - PDF_END_WITHIN);
    var end = StandardCharsets.ISO_8859_1.decode(file.slice(from, file.limit() - from)).toString();
    var start = end.lastIndexOf("startxref");
    return start >= 0 && end.indexOf("%%EOF", start) >= 0 ? Checked.good(ScanFormat.PDF) : broken();
  }

  private static Checked<ScanFormat> picture(ScanFormat format, long pixels) {
    if (pixels <= 0) {
      return broken();
    }
    return pixels > PIXELS_MAX
        ? Checked.bad("too-many-pixels", "Scan it again at a lower resolution.")
        : Checked.good(format);
  }

  private static Checked<ScanFormat> broken() {
    return Checked.bad("broken-file", "The file did not arrive whole; send it again.");
  }

  private static long pixels(int width, int height) {
    return width < 1 || height < 1 ? 0 : (long) width * height;
  }

  private static long crcOf(ByteBuffer chunk) {
    var crc = new CRC32();
    crc.update(chunk.duplicate());
    return crc.getValue();
  }

  private static boolean startsWith(ByteBuffer file, byte[] start) {
    return file.limit() >= start.length
        && file.slice(0, start.length).equals(ByteBuffer.wrap(start));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
