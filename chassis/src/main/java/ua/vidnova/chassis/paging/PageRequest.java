package ua.vidnova.chassis.paging;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.problems.ProblemException;
import ua.vidnova.chassis.problems.Problems;

/**
 * Which page a caller asks for.
 *
 * @param limit 1 to {@value #LIMIT_MAX} items
 * @param after position behind which the page begins; empty for the first page
 */
public record PageRequest(int limit, Optional<String> after) {

  public static final int LIMIT_DEFAULT = 50;
  public static final int LIMIT_MAX = 200;

  /**
   * Reads the query parameters {@code limit} and {@code after}.
   *
   * @throws ProblemException 400 when the limit is out of range or the cursor is not one of ours
   */
  public static PageRequest of(Integer limit, String after) {
    var size = limit == null ? LIMIT_DEFAULT : limit;
    if (size < 1 || size > LIMIT_MAX) {
      throw new ProblemException(
          Problems.badParameter("limit", "out-of-range", "Take 1 to " + LIMIT_MAX + "."));
    }
    return new PageRequest(size, Optional.ofNullable(after).map(PageRequest::decode));
  }

  /** The position as an id, for lists ordered by id. */
  public Optional<UUID> afterId() {
    return after.map(
        position -> {
          try {
            return UUID.fromString(position);
          } catch (IllegalArgumentException e) {
            throw notOurs();
          }
        });
  }

  private static String decode(String cursor) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor)))
          .toString();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      throw notOurs();
    }
  }

  /** For lists with positions of their own form: the cursor was not made by this list. */
  public static ProblemException notOurs() {
    return new ProblemException(
        Problems.badParameter("after", "bad-cursor", "Use the value of next as it came."));
  }
}
