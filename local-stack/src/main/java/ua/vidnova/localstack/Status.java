package ua.vidnova.localstack;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ua.vidnova.localstack.process.Memory;
import ua.vidnova.localstack.process.Server;

/**
 * How the platform is at this moment.
 *
 * @param state {@code ready} when every part is, {@code down} when none runs, else {@code partial}
 * @param residentMibTotal memory of all parts together
 * @param startedAt when the last {@code up} began; null before the first
 * @param readyAfterSeconds how long it took; null if it never became ready
 */
record Status(
    String state,
    List<Part> parts,
    long residentMibTotal,
    String startedAt,
    Double readyAfterSeconds) {

  /**
   * One part.
   *
   * @param pid null when it does not run
   */
  record Part(String name, State state, Long pid, String address, long residentMib) {}

  enum State {
    /** Answers as it should. */
    @JsonProperty("ready")
    READY,
    /** Runs, but does not answer as it should: still starting, or in trouble. */
    @JsonProperty("unready")
    UNREADY,
    /** Was started and never stopped, yet does not run. */
    @JsonProperty("ended")
    ENDED,
    @JsonProperty("stopped")
    STOPPED
  }

  static Status of(Platform platform) {
    List<String> recorded = platform.home().recorded();
    List<Part> parts =
        platform.parts().parallelStream()
            .map(part -> part(part, recorded.contains(part.name())))
            .toList();
    Optional<LastUp> lastUp = LastUp.find(platform.home());
    return new Status(
        overall(parts),
        parts,
        parts.stream().mapToLong(Part::residentMib).sum(),
        lastUp.map(LastUp::startedAt).orElse(null),
        lastUp.map(LastUp::readyAfterSeconds).orElse(null));
  }

  private static Part part(Server part, boolean recorded) {
    Optional<ProcessHandle> process = part.process().handle();
    State state;
    if (process.isEmpty()) {
      state = recorded ? State.ENDED : State.STOPPED;
    } else {
      state = part.isReady() ? State.READY : State.UNREADY;
    }
    return new Part(
        part.name(),
        state,
        process.map(ProcessHandle::pid).orElse(null),
        part.address(),
        process.map(Memory::residentMib).orElse(0L));
  }

  private static String overall(List<Part> parts) {
    if (parts.stream().allMatch(part -> part.state() == State.READY)) {
      return "ready";
    }
    return parts.stream().allMatch(part -> part.pid() == null) ? "down" : "partial";
  }

  String asText() {
    TextTable table = new TextTable().row("PART", "STATE", "PID", "ADDRESS", "MiB");
    for (Part part : parts) {
      table.row(
          part.name(),
          part.state().name().toLowerCase(Locale.ROOT),
          part.pid() == null ? "-" : part.pid().toString(),
          part.address(),
          part.pid() == null ? "-" : Long.toString(part.residentMib()));
    }
    table.row("total", state, "", "", Long.toString(residentMibTotal));
    String lastUp =
        readyAfterSeconds == null
            ? ""
            : "\nThe last up, at %s, had all ready after %.1f s."
                .formatted(startedAt, readyAfterSeconds);
    return table + lastUp;
  }
}
