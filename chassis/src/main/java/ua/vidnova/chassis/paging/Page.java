package ua.vidnova.chassis.paging;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One page of a list.
 *
 * @param next cursor for the {@code after} parameter; null on the last page
 */
public record Page<T>(List<T> items, @Schema(nullable = true) String next) {

  /** Makes a page from up to {@code limit + 1} rows; the one too many proves that more follow. */
  public static <T> Page<T> of(List<T> fetched, int limit, Function<T, String> cursorOf) {
    if (fetched.size() <= limit) {
      return new Page<>(List.copyOf(fetched), null);
    }
    var items = List.copyOf(fetched.subList(0, limit));
    return new Page<>(items, encode(cursorOf.apply(items.getLast())));
  }

  /** The same page with each item shown another way. */
  public <V> Page<V> map(Function<T, V> view) {
    return new Page<>(items.stream().map(view).toList(), next);
  }

  static String encode(String position) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(position.getBytes(StandardCharsets.UTF_8));
  }
}
