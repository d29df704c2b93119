package ua.vidnova.localstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Passwords and keys of one home, made up at first use; each in a file that only its owner can
 * read.
 */
public record Secrets(Path folder) {
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_FOLDER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  /** The password called {@code name}: the same on every call, 192 bits in hexadecimal digits. */
  public String get(String name) {
    try {
      return Files.readString(file(name)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file that holds nothing but the password. */
  public Path file(String name) {
    return file(name, Secrets::random);
  }

  /** The file of a secret of another kind, which {@code fresh} makes up at first use. */
  public Path file(String name, Supplier<String> fresh) {
    Path file = folder.resolve(name);
    try {
      Files.createDirectories(folder.getParent());
      if (Files.notExists(folder)) {
        Files.createDirectory(folder, OWNER_FOLDER);
      }
      if (Files.notExists(file)) {
        Path written = Files.createTempFile(folder, name, ".new", OWNER_FILE);
        Files.writeString(written, fresh.get());
        Files.move(written, file);
      }
    } catch (FileAlreadyExistsException madeByAnotherThread) {
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private static String random() {
    byte[] bytes = new byte[24];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
