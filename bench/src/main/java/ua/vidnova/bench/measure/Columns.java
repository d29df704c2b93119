package ua.vidnova.bench.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table for the terminal: the first column to the left, the others to the right. */
public final class Columns {
  private final List<String[]> rows = new ArrayList<>();

  public Columns(String... head) {
    rows.add(head);
  }

  /** Adds a row; it has as many cells as the head. */
  public Columns row(String... cells) {
    if (cells.length != rows.getFirst().length) {
      throw new IllegalArgumentException("A row has " + rows.getFirst().length + " cells");
    }
    rows.add(cells);
    return this;
  }

  @Override
  public String toString() {
    int[] widths =
        IntStream.range(0, rows.getFirst().length)
            .map(column -> rows.stream().mapToInt(row -> row[column].length()).max().orElse(0))
            .toArray();
    return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
  }

  private static String line(String[] row, int[] widths) {
    return IntStream.range(0, row.length)
        .mapToObj(column -> padded(row[column], widths[column], column > 0))
        .collect(Collectors.joining("  "))
        .stripTrailing();
  }

  private static String padded(String cell, int width, boolean right) {
    var spaces = " ".repeat(width - cell.length());
    return right ? spaces + cell : cell + spaces;
  }
}
