package ua.vidnova.localstack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of text in columns as wide as they need to be. */
public final class TextTable {
  private static final String BETWEEN = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  /** Adds a row; rows may differ in length. */
  public TextTable row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  @Override
  public String toString() {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    List<Integer> widths = IntStream.range(0, columns).mapToObj(this::width).toList();
    return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining("\n"));
  }

  private int width(int column) {
    return rows.stream()
        .filter(row -> row.size() > column)
        .mapToInt(row -> row.get(column).length())
        .max()
        .orElse(0);
  }

  private static String line(List<String> row, List<Integer> widths) {
    return IntStream.range(0, row.size())
        .mapToObj(column -> padded(row.get(column), widths.get(column)))
        .collect(Collectors.joining(BETWEEN))
        .stripTrailing();
  }

  private static String padded(String cell, int width) {
    return cell + " ".repeat(width - cell.length());
  }
}
