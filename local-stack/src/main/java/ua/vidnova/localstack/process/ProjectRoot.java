package ua.vidnova.localstack.process;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The checkout that this program runs from: the nearest folder, upwards from the working folder,
 * that holds the script {@code vidnova}. The system property {@code vidnova.root} names another.
 */
public final class ProjectRoot {
  private ProjectRoot() {}

  /**
   * The folder, absolute.
   *
   * @throws IllegalStateException outside a checkout
   */
  public static Path get() {
    String named = System.getProperty("vidnova.root");
    Path start = Path.of(named == null ? "" : named).toAbsolutePath().normalize();
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("vidnova"))) {
        return folder;
      }
    }
    throw new IllegalStateException(
        "No folder with the script vidnova at or above " + start + "; set -Dvidnova.root");
  }
}
