package ua.vidnova.registry.imports;

import java.util.List;

/**
 * Some lines of a file that follow each other, read.
 *
 * @param from position of its first byte
 * @param to position behind its last byte
 * @param lastLine number of its last line
 * @param entries lines that speak of a person, in their order
 * @param findings what was refused or left out
 */
public record Chunk(
    long from, long to, long lastLine, List<Entry> entries, List<Finding> findings) {

  /** One line that speaks of a person. */
  public record Entry(long line, ListedPerson person) {}

  /** How many of its lines were refused. */
  long refusedLines() {
    return findings.stream()
        .filter(finding -> !finding.omission())
        .mapToLong(Finding::line)
        .distinct()
        .count();
  }
}
