package ua.vidnova.localstack.partners;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the lists that payments writes: every field is quoted, and none holds a line break. */
final class QuotedLines {

  private QuotedLines() {}

  /** The lines by the names of their columns. */
  static List<Map<String, String>> of(byte[] file) {
    List<String> lines = new String(file, StandardCharsets.UTF_8).lines().toList();
    String[] columns = fields(lines.getFirst());
    List<Map<String, String>> read = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] fields = fields(line);
      Map<String, String> named = new HashMap<>();
      for (int i = 0; i < columns.length; i++) {
        named.put(columns[i], fields[i]);
      }
      read.add(named);
    }
    return read;
  }

  private static String[] fields(String line) {
    return line.substring(1, line.length() - 1).split("\",\"", -1);
  }
}
