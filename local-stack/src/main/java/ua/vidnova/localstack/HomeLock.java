package ua.vidnova.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import ua.vidnova.localstack.process.Home;

/** Lets one program at a time start or stop the platform of a home. */
final class HomeLock implements AutoCloseable {
  private final FileChannel channel;

  private HomeLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @throws IllegalStateException if another program holds it; that program's end frees it
   */
  static HomeLock acquire(Home home) {
    try {
      Files.createDirectories(home.runFolder());
      FileChannel channel =
          FileChannel.open(
              home.runFolder().resolve("lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        throw new IllegalStateException(
            "Another ./vidnova is starting or stopping the platform at this moment.");
      }
      return new HomeLock(channel);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
