package ua.vidnova.registry.imports;

import java.util.Optional;
import ua.vidnova.registry.Checked;

/**
 * Decides in which charset a file is. Cyrillic text in Windows-1251 is never UTF-8 by accident, so
 * the bytes tell, and a declaration that they contradict is refused before it spoils every name.
 */
final class CharsetRules {

  private CharsetRules() {}

  /**
   * Decides.
   *
   * @param declared by the request or the mapping; empty to find it out
   * @param beginning of the file
   * @param utf8 whether all bytes are UTF-8
   * @param beyondAscii whether any is not ASCII
   */
  static Checked<ListCharset> decide(
      Optional<ListCharset> declared, byte[] beginning, boolean utf8, boolean beyondAscii) {
    if (isUtf16(beginning)) {
      return Checked.bad("unsupported-charset", "Save the file as UTF-8.");
    }
    if (declared.isEmpty()) {
      return Checked.good(utf8 ? ListCharset.UTF_8 : ListCharset.WINDOWS_1251);
    }
    return switch (declared.get()) {
      case UTF_8 ->
          utf8
              ? Checked.good(ListCharset.UTF_8)
              : Checked.bad("not-utf-8", "It is declared as UTF-8, but its bytes are not.");
      case WINDOWS_1251 ->
          utf8 && beyondAscii
              ? Checked.bad("not-windows-1251", "It is declared as Windows-1251, but it is UTF-8.")
              : Checked.good(ListCharset.WINDOWS_1251);
    };
  }

  private static boolean isUtf16(byte[] beginning) {
    return beginning.length >= 2
        && ((beginning[0] == (byte) 0xFF && beginning[1] == (byte) 0xFE)
            || (beginning[0] == (byte) 0xFE && beginning[1] == (byte) 0xFF));
  }
}
