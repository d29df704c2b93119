package ua.vidnova.payments.awardimport.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundedLinesTest {

  @Test
  void takes_either_line_end_and_a_last_line_without_one() throws IOException {
    assertThat(texts("a\r\nb\nc")).containsExactly("a", "b", "c");
    assertThat(texts("a\r\nb\n")).containsExactly("a", "b");
    assertThat(texts("a\n\nb")).containsExactly("a", "", "b");
  }

  @Test
  void an_empty_stream_has_no_lines() throws IOException {
    assertThat(texts("")).isEmpty();
  }

  @Test
  void passes_over_a_byte_order_mark_at_the_beginning_only() throws IOException {
    assertThat(texts("\uFEFFa\n\uFEFFb")).containsExactly("a", "\uFEFFb");
  }

  @Test
  void cuts_a_line_of_a_megabyte_and_goes_on_behind_it() throws IOException {
    var lines = lines("x".repeat(1_000_000) + "\nb");

    assertThat(lines.getFirst().tooLong()).isTrue();
    assertThat(lines.getFirst().text()).hasSize(10);
    assertThat(lines.getLast()).isEqualTo(new BoundedLines.Line(2, "b", false));
  }

  @Test
  void a_line_as_long_as_the_limit_is_whole() throws IOException {
    assertThat(lines("x".repeat(10)).getFirst().tooLong()).isFalse();
  }

  @Test
  void refuses_what_is_not_utf_8() {
    var windows1251 = new byte[] {(byte) 0xC2, (byte) 0xE8, (byte) 0xE3, '\n'};
    var lines = new BoundedLines(new ByteArrayInputStream(windows1251), 10);

    assertThatThrownBy(lines::next).isInstanceOf(CharacterCodingException.class);
  }

  private static List<String> texts(String content) throws IOException {
    return lines(content).stream().map(BoundedLines.Line::text).toList();
  }

  private static List<BoundedLines.Line> lines(String content) throws IOException {
    var bytes = new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    var lines = new BoundedLines(bytes, 10);
    var found = new ArrayList<BoundedLines.Line>();
    for (var line = lines.next(); line != null; line = lines.next()) {
      found.add(line);
    }
    return found;
  }
}
