package ua.vidnova.localstack.process;

import java.util.List;
import java.util.stream.Collectors;

/** Something else listens on a port that a server wants. The message says how to choose another. */
public final class PortInUse extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PortInUse(List<Port> taken) {
    super(taken.stream().map(PortInUse::sentence).collect(Collectors.joining("\n")));
  }

  private static String sentence(Port port) {
    String sentence = "Port " + port.number() + " is in use; " + port.wantedBy() + " wants it.";
    return port.variable().isEmpty()
        ? sentence
        : sentence + " End what listens there, or choose another by " + port.variable() + ".";
  }
}
