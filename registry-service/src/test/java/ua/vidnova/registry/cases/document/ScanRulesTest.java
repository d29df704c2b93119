package ua.vidnova.registry.cases.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import ua.vidnova.registry.Checked;

class ScanRulesTest {

  static Stream<Arguments> good() {
    return Stream.of(
        Arguments.of(Samples.jpeg(), ScanFormat.JPEG),
        Arguments.of(Samples.png(), ScanFormat.PNG),
        Arguments.of(Samples.pdf(), ScanFormat.PDF),
        Arguments.of(concat(Samples.jpeg(), new byte[300]), ScanFormat.JPEG));
  }

  @ParameterizedTest
  @MethodSource("good")
  void a_scan_is_known_by_its_bytes(byte[] file, ScanFormat format) {
    assertThat(examine(file)).isEqualTo(Checked.good(format));
  }

  static Stream<Arguments> bad() {
    return Stream.of(
        Arguments.of("nothing", new byte[0], "unknown-format"),
        Arguments.of("one byte", new byte[] {(byte) 0xff}, "unknown-format"),
        Arguments.of("text", Samples.text("<script>alert(1)</script>"), "unknown-format"),
        Arguments.of("GIF", Samples.text("GIF89a..."), "unknown-format"),
        Arguments.of("HTML before a PDF", Samples.text("<html>%PDF-1.7"), "unknown-format"),
        Arguments.of("zip bomb", Samples.zipBomb(), "unknown-format"),
        Arguments.of("PDF header alone", Samples.text("%PDF-1.7"), "broken-file"),
        Arguments.of("cut PDF", Samples.cut(Samples.pdf(), 40), "broken-file"),
        Arguments.of("cut PNG", Samples.cut(Samples.png(), 5), "broken-file"),
        Arguments.of("PNG without an end", Samples.cut(Samples.png(), 12), "broken-file"),
        Arguments.of("changed PNG", Samples.changed(Samples.png(), 60), "broken-file"),
        Arguments.of("PNG signature alone", Arrays.copyOf(Samples.png(), 8), "broken-file"),
        Arguments.of("cut JPEG", Samples.cut(Samples.jpeg(), 2), "broken-file"),
        Arguments.of("JPEG start alone", Arrays.copyOf(Samples.jpeg(), 3), "broken-file"),
        Arguments.of("JPEG without a picture", Arrays.copyOf(Samples.jpeg(), 60), "broken-file"),
        Arguments.of("pixel bomb", Samples.pixelBomb(), "too-many-pixels"));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("bad")
  void what_is_no_whole_scan_is_refused(String what, byte[] file, String code) {
    assertThat(examine(file))
        .isInstanceOfSatisfying(
            Checked.Bad.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  @Test
  void bytes_that_were_changed_anywhere_are_judged_and_never_break_the_judge() {
    var random = new Random(42);
    var samples = Stream.of(Samples.jpeg(), Samples.png(), Samples.pdf()).toList();
    for (var round = 0; round < 3_000; round++) {
      var file = samples.get(round % samples.size()).clone();
      for (var change = 0; change < 1 + random.nextInt(8); change++) {
        file[random.nextInt(Math.min(file.length, 400))] = (byte) random.nextInt();
      }
      var judged = Arrays.copyOf(file, 1 + random.nextInt(file.length));
      assertThatCode(() -> examine(judged)).as("round %d", round).doesNotThrowAnyException();
    }
  }

  private static Checked<ScanFormat> examine(byte[] file) {
    return ScanRules.examine(ByteBuffer.wrap(file).asReadOnlyBuffer());
  }

  private static byte[] concat(byte[] first, byte[] second) {
    var both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
