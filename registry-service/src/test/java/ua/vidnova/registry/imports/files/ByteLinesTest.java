package ua.vidnova.registry.imports.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ByteLinesTest {

  @Test
  void every_kind_of_line_end_ends_a_line() throws IOException {
    assertThat(texts("a\nb\r\nc\rd\n\ne")).containsExactly("a", "b", "c", "d", "", "e");
    assertThat(texts("a\n")).containsExactly("a");
    assertThat(texts("")).isEmpty();
  }

  @Test
  void of_a_line_without_end_only_the_beginning_is_held() throws IOException {
    var lines = new ByteLines(new Endless(100_000_000), 0, 0, 8192);
    var line = lines.next();
    assertThat(line.tooLong()).isTrue();
    assertThat(line.content()).hasSize(8192);
    assertThat(line.end()).isEqualTo(100_000_000);
    assertThat(lines.next()).isNull();
  }

  @Property(tries = 300)
  void reading_goes_on_behind_any_line_as_if_it_had_never_stopped(
      @ForAll @StringLength(max = 60) @CharRange(from = 'a', to = 'c') String letters,
      @ForAll @IntRange(max = 1_000_000) int seed)
      throws IOException {
    var text = withLineEnds(letters, seed);
    var all = lines(text, 0, 0);
    for (var i = 0; i < all.size(); i++) {
      var rest = lines(text, all.get(i).end(), all.get(i).number());
      assertThat(rest)
          .usingRecursiveFieldByFieldElementComparator()
          .isEqualTo(all.subList(i + 1, all.size()));
    }
  }

  private static String withLineEnds(String letters, int seed) {
    var ends = new String[] {"\n", "\r\n", "\r", ""};
    var random = new java.util.Random(seed);
    var text = new StringBuilder();
    letters.chars().forEach(c -> text.append((char) c).append(ends[random.nextInt(4)]));
    return text.toString();
  }

  private static List<String> texts(String text) throws IOException {
    return lines(text, 0, 0).stream()
        .map(line -> new String(line.content(), StandardCharsets.UTF_8))
        .toList();
  }

  private static List<ByteLines.Line> lines(String text, long from, long number)
      throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var stream = new ByteArrayInputStream(bytes, (int) from, bytes.length - (int) from);
    var lines = new ByteLines(stream, from, number, 100);
    var all = new ArrayList<ByteLines.Line>();
    for (var line = lines.next(); line != null; line = lines.next()) {
      all.add(line);
    }
    return all;
  }

  /** A hundred megabytes of one letter. */
  private static final class Endless extends InputStream {

    private int left;

    Endless(int bytes) {
      left = bytes;
    }

    @Override
    public int read() {
      return left-- > 0 ? 'a' : -1;
    }

    @Override
    public int read(byte[] target, int from, int length) {
      var count = Math.min(left, length);
      java.util.Arrays.fill(target, from, from + count, (byte) 'a');
      left -= count;
      return count == 0 ? -1 : count;
    }
  }
}
