package ua.vidnova.localstack.partners;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What goes wrong at a partner. */
public enum Fault {
  /** Nothing. */
  NONE,
  /** The last message, which tells what became of it all, does not come. */
  LATE,
  /** Every message comes twice. */
  DUPLICATE,
  /** Every second line is left out. */
  PARTIAL,
  /** A message breaks off in the middle, and comes whole after that. */
  GARBAGE,
  /** What came last is told first. */
  REORDERED,
  /** One line tells another amount. */
  AMOUNT;

  /**
   * Reads the name as a command has it.
   *
   * @throws IllegalArgumentException when there is none such
   */
  public static Fault of(String name) {
    return Arrays.stream(values())
        .filter(fault -> fault.toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no fault "
                        + name
                        + ", but "
                        + Arrays.stream(values())
                            .map(Fault::toString)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  /** The lines that are told of. */
  <T> List<T> told(List<T> lines) {
    return this == PARTIAL
        ? IntStream.range(0, lines.size()).filter(i -> i % 2 == 0).mapToObj(lines::get).toList()
        : lines;
  }

  /** What is sent of messages, in the order of sending. */
  List<PartnerMessage> sent(List<PartnerMessage> messages) {
    return switch (this) {
      case NONE, PARTIAL, AMOUNT -> messages;
      case LATE -> messages.subList(0, messages.size() - 1);
      case DUPLICATE -> messages.stream().flatMap(one -> List.of(one, one).stream()).toList();
      case REORDERED -> messages.reversed();
      case GARBAGE -> {
        List<PartnerMessage> all = new ArrayList<>();
        all.add(messages.getLast().brokenOff());
        all.addAll(messages);
        yield all;
      }
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
