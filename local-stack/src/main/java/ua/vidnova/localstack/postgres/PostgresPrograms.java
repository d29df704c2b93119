package ua.vidnova.localstack.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;
import ua.vidnova.localstack.process.Command;
import ua.vidnova.localstack.process.Distribution;

/** PostgreSQL's programs, unpacked once, and the words that let root run them. */
final class PostgresPrograms {
  private final Path folder;

  private PostgresPrograms(Path folder) {
    this.folder = folder;
  }

  static PostgresPrograms unpacked() throws IOException {
    Path jar = Distribution.archive("postgresql");
    String name = jar.getFileName().toString().replace(".jar", "");
    return new PostgresPrograms(Distribution.unpacked(name, folder -> unpack(jar, folder)));
  }

  /** The command that runs {@code program} with these arguments, whoever we are. */
  List<String> command(String program, Stream<String> arguments) {
    Stream<String> command =
        Stream.concat(Stream.of(folder.resolve("bin").resolve(program).toString()), arguments);
    return Stream.concat(AsNobody.PREFIX.stream(), command).toList();
  }

  /**
   * PostgreSQL refuses to run as root. In a user namespace of its own root is nobody to PostgreSQL
   * and still the owner of the files to the kernel.
   */
  private static final class AsNobody {
    static final List<String> PREFIX =
        "root".equals(System.getProperty("user.name")) ? unshare() : List.of();

    private static List<String> unshare() {
      try {
        Command.run(List.of("unshare", "-U", "true"));
        return List.of("unshare", "-U");
      } catch (IOException e) {
        throw new IllegalStateException(
            "PostgreSQL does not run as root, and this machine lets root make no user namespace"
                + " (unshare -U). Run as an ordinary user.",
            e);
      }
    }
  }

  private static void unpack(Path jar, Path folder) throws IOException {
    try (JarFile archive = new JarFile(jar.toFile());
        TarArchiveInputStream tar =
            new TarArchiveInputStream(
                new XZInputStream(new BufferedInputStream(tarball(archive), 1 << 16)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(entry, tar, folder);
      }
    }
  }

  private static InputStream tarball(JarFile archive) throws IOException {
    for (Enumeration<JarEntry> entries = archive.entries(); entries.hasMoreElements(); ) {
      JarEntry entry = entries.nextElement();
      if (entry.getName().endsWith(".txz")) {
        return archive.getInputStream(entry);
      }
    }
    throw new IOException(archive.getName() + " holds no .txz");
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path folder)
      throws IOException {
    Path target = folder.resolve(entry.getName()).normalize();
    if (!target.startsWith(folder)) {
      throw new IOException(entry.getName() + " leaves the archive's folder");
    }
    if (entry.isDirectory()) {
      Files.createDirectories(target);
      return;
    }
    Files.createDirectories(target.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
    } else {
      Files.copy(content, target);
      boolean mayRun = (entry.getMode() & 0100) != 0;
      if (mayRun && !target.toFile().setExecutable(true, false)) {
        throw new IOException("Cannot make " + target + " executable");
      }
    }
  }
}
