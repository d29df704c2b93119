package ua.vidnova.localstack;

import java.io.PrintStream;
import java.util.List;
import ua.vidnova.localstack.process.FileTree;
import ua.vidnova.localstack.process.Home;

/** Forgets everything the platform of a home has stored, its passwords included. */
final class Reset {
  private Reset() {}

  /**
   * @throws IllegalStateException while any part runs
   */
  static void run(Home home, PrintStream progress) {
    try (var _ = HomeLock.acquire(home)) {
      if (Up.platform(home).parts().stream().anyMatch(part -> part.process().isRunning())) {
        throw new IllegalStateException("The platform is running: ./vidnova down first.");
      }
      for (String name : List.of("data", "secrets", "logs", "demo", "run")) {
        FileTree.delete(home.folder().resolve(name));
      }
      progress.println("Data, passwords and logs in " + home.folder() + " are gone.");
    }
  }
}
