package ua.vidnova.registry.imports;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Tells, piece by piece, whether bytes are UTF-8, and whether by more than being ASCII. */
final class Utf8Check {

  private static final int SEQUENCE_MAX = 4;

  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final CharBuffer thrownAway = CharBuffer.allocate(64 * 1024);
  private byte[] rest = new byte[0];
  private boolean valid = true;
  private boolean beyondAscii;

  void add(byte[] piece) {
    if (!valid) {
      return;
    }
    for (var i = 0; !beyondAscii && i < piece.length; i++) {
      beyondAscii = piece[i] < 0;
    }
    var bytes = ByteBuffer.allocate(rest.length + piece.length).put(rest).put(piece).flip();
    var result = decoder.decode(bytes, thrownAway.clear(), false);
    while (result.isOverflow()) {
      result = decoder.decode(bytes, thrownAway.clear(), false);
    }
    valid = !result.isError() && bytes.remaining() < SEQUENCE_MAX;
    rest = new byte[bytes.remaining()];
    bytes.get(rest);
  }

  /** Whether all that was added is UTF-8 and ends with a whole character. */
  boolean isUtf8() {
    return valid && rest.length == 0;
  }

  boolean isBeyondAscii() {
    return beyondAscii;
  }
}
