package ua.vidnova.payments.voucher;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The code of a voucher: 128 random bits in Crockford's Base32 (no I, L, O or U, so that it can be
 * read out and copied by hand) with his check symbol, modulo 37.
 */
public final class VoucherCode {

  private static final String SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U";
  private static final BigInteger CHECK_MODULUS = BigInteger.valueOf(SYMBOLS.length());
  private static final int BITS_PER_SYMBOL = 5;
  private static final int RADIX = 1 << BITS_PER_SYMBOL;
  private static final int BYTES = 16;
  private static final int DATA_SYMBOLS = 26;
  private static final int GROUP = 5;

  private VoucherCode() {}

  /** A code that nobody has had before; without hyphens. */
  static String next(RandomGenerator random) {
    var bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return of(new BigInteger(1, bytes));
  }

  static String of(BigInteger value) {
    var code = new StringBuilder();
    for (var place = DATA_SYMBOLS - 1; place >= 0; place--) {
      code.append(
          SYMBOLS.charAt(value.shiftRight(place * BITS_PER_SYMBOL).intValue() & (RADIX - 1)));
    }
    return code.append(checkSymbol(value)).toString();
  }

  private static char checkSymbol(BigInteger value) {
    return SYMBOLS.charAt(value.mod(CHECK_MODULUS).intValue());
  }

  /** A code as people type it, in its one form; empty when it cannot be one. */
  static Optional<String> read(String typed) {
    var code =
        typed
            .replaceAll("[\\s-]", "")
            .toUpperCase(Locale.ROOT)
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    if (code.length() != DATA_SYMBOLS + 1) {
      return Optional.empty();
    }
    var value = BigInteger.ZERO;
    for (var i = 0; i < DATA_SYMBOLS; i++) {
      var symbol = SYMBOLS.indexOf(code.charAt(i));
      if (symbol < 0 || symbol >= RADIX) {
        return Optional.empty();
      }
      value = value.shiftLeft(BITS_PER_SYMBOL).or(BigInteger.valueOf(symbol));
    }
    return code.charAt(DATA_SYMBOLS) == checkSymbol(value) ? Optional.of(code) : Optional.empty();
  }

  /** Whether what somebody typed is the code with this hash. */
  public static boolean matches(String typed, String sha256) {
    return read(typed).map(VoucherCode::sha256).filter(sha256::equals).isPresent();
  }

  /** SHA-256 of the code without hyphens, in hex; 128 random bits need no salt. */
  static String sha256(String code) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(code.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** In groups that can be read out. */
  static String grouped(String code) {
    return code.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
  }
}
