package ua.vidnova.localstack.process;

import java.nio.file.Path;

/** A server could not be brought to answer. The message is meant for the person at the terminal. */
public final class ServerFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ServerFailed(String what, Path log, String lastLines) {
    super(what + ". Its log " + log + " ends:\n" + lastLines);
  }
}
