package ua.vidnova.localstack.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The words before a command that give it a session of its own without changing its process id. */
final class OwnSession {
  static final List<String> PREFIX =
      isOnPath("setsid")
          ? List.of("setsid")
          : List.of("perl", "-MPOSIX", "-e", "POSIX::setsid(); exec @ARGV or die $!");

  private OwnSession() {}

  private static boolean isOnPath(String program) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
