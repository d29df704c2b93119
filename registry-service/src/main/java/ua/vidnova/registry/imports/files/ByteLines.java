package ua.vidnova.registry.imports.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Splits bytes into lines without ever holding more of one than the limit, and tells where each
 * ends, so that reading can go on there another time. Lines end with LF, CRLF or CR, mixed as they
 * come; the charset must have these as single bytes.
 */
final class ByteLines {

  private final InputStream bytes;
  private final int lengthMax;
  private final byte[] buffer = new byte[64 * 1024];
  private int next;
  private int filled;
  private long position;
  private long number;

  /**
   * @param position of the first byte in the file
   * @param number of the line before it
   */
  ByteLines(InputStream bytes, long position, long number, int lengthMax) {
    this.bytes = bytes;
    this.position = position;
    this.number = number;
    this.lengthMax = lengthMax;
  }

  /**
   * @param number 1 and up
   * @param content without its end; only the beginning when too long
   * @param end position of the first byte behind the line's end
   */
  record Line(long number, byte[] content, boolean tooLong, long end) {}

  /** Returns the next line, null at the end. */
  Line next() throws IOException {
    if (peek() < 0) {
      return null;
    }
    var content = new ByteArrayOutputStream(256);
    var tooLong = false;
    var one = take();
    while (one >= 0 && one != '\n' && one != '\r') {
      if (content.size() < lengthMax) {
        content.write(one);
      } else {
        tooLong = true;
      }
      one = take();
    }
    if (one == '\r' && peek() == '\n') {
      take();
    }
    return new Line(++number, content.toByteArray(), tooLong, position);
  }

  private int take() throws IOException {
    var one = peek();
    if (one >= 0) {
      next++;
      position++;
    }
    return one;
  }

  private int peek() throws IOException {
    if (next == filled) {
      filled = Math.max(bytes.read(buffer), 0);
      next = 0;
    }
    return next == filled ? -1 : buffer[next] & 0xFF;
  }
}
