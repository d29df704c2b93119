package ua.vidnova.registry.cases.receipt;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a receipt is known by: 160 random bits in the 32 letters and digits of Crockford's Base32,
 * which nobody confuses on paper. It is printed and never kept.
 */
public record ReceiptCode(String text) {

  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 32;
  private static final Pattern FORM = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
  private static final SecureRandom RANDOM = new SecureRandom();

  static ReceiptCode make() {
    var text = new StringBuilder(LENGTH);
    RANDOM.ints(LENGTH, 0, ALPHABET.length()).forEach(at -> text.append(ALPHABET.charAt(at)));
    return new ReceiptCode(text.toString());
  }

  /** Reads a code as someone typed or scanned it; empty when it cannot be one. */
  static Optional<ReceiptCode> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new ReceiptCode(text)) : Optional.empty();
  }

  /** What is kept instead of the code. */
  byte[] hash() {
    return sha256("receipt " + text);
  }

  /**
   * The name under which the audit trail knows the receipt: a UUID version 8 made of the code and
   * of all that the verification answers. If any of it were changed later, the trail would not know
   * it.
   */
  UUID seal(UUID caseId, String service, LocalDate submittedOn) {
    var digest =
        ByteBuffer.wrap(sha256("seal " + text + " " + caseId + " " + service + " " + submittedOn));
    var high = digest.getLong() & ~0xf000L | 0x8000L;
    var low = digest.getLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
    return new UUID(high, low);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "ReceiptCode";
  }
}
