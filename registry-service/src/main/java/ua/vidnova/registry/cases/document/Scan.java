package ua.vidnova.registry.cases.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import ua.vidnova.registry.Checked;

/**
 * A scan that has arrived, in a file without a name: it is gone with the process, and a slow line
 * holds neither memory nor a connection to the database.
 */
public final class Scan implements AutoCloseable {

  private static final int BUFFER_BYTES = 64 * 1024;

  private final FileChannel file;
  private final int length;
  private final byte[] sha256;

  private Scan(FileChannel file, int length, byte[] sha256) {
    this.file = file;
    this.length = length;
    this.sha256 = sha256;
  }

  /** Takes a scan in. The body ends with a refusal where the limit of its path is passed. */
  public static Scan receive(InputStream body) throws IOException {
    var file = namelessFile();
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var buffer = new byte[BUFFER_BYTES];
      var total = 0L;
      for (int count; (count = body.read(buffer)) >= 0; ) {
        total += count;
        digest.update(buffer, 0, count);
        for (var left = ByteBuffer.wrap(buffer, 0, count); left.hasRemaining(); ) {
          file.write(left);
        }
      }
      return new Scan(file, Math.toIntExact(total), digest.digest());
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    } catch (NoSuchAlgorithmException e) {
      file.close();
      throw new IllegalStateException(e);
    }
  }

  private static FileChannel namelessFile() throws IOException {
    var path = Files.createTempFile("scan", null);
    try {
      return FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    } finally {
      Files.delete(path);
    }
  }

  /** What it is by its bytes, or why it is not taken. */
  public Checked<ScanFormat> examine() {
    try (var arena = Arena.ofConfined()) {
      return ScanRules.examine(
          file.map(FileChannel.MapMode.READ_ONLY, 0, length, arena).asByteBuffer());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In bytes. */
  int length() {
    return length;
  }

  byte[] sha256() {
    return sha256.clone();
  }

  InputStream content() throws IOException {
    file.position(0);
    return Channels.newInputStream(file);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
