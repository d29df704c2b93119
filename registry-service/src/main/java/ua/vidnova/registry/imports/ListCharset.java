package ua.vidnova.registry.imports;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The charsets in which lists come. */
public enum ListCharset {
  UTF_8(StandardCharsets.UTF_8),
  WINDOWS_1251(Charset.forName("windows-1251"));

  private final Charset charset;

  ListCharset(Charset charset) {
    this.charset = charset;
  }

  public Charset charset() {
    return charset;
  }

  /** The charset that a {@code Content-Type} names, such as {@code cp1251}. */
  public static Optional<ListCharset> named(String name) {
    return Arrays.stream(values())
        .filter(
            one ->
                one.charset.name().equalsIgnoreCase(name)
                    || one.charset.aliases().stream().anyMatch(name::equalsIgnoreCase))
        .findFirst();
  }
}
