package ua.vidnova.payments.awardimport.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses to go on reading behind a limit. */
final class LimitedBytes extends FilterInputStream {

  /** The stream is longer than allowed. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private long left;

  LimitedBytes(InputStream bytes, long bytesMax) {
    super(bytes);
    this.left = bytesMax;
  }

  @Override
  public int read() throws IOException {
    var single = super.read();
    count(single < 0 ? 0 : 1);
    return single;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    var count = super.read(target, from, length);
    count(Math.max(count, 0));
    return count;
  }

  private void count(int bytes) throws TooLarge {
    left -= bytes;
    if (left < 0) {
      throw new TooLarge();
    }
  }
}
