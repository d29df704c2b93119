package ua.vidnova.localstack.demo;

import java.math.BigInteger;
import java.time.LocalDate;

/**
 * Someone who does not exist. Everything but the names follows from the number.
 *
 * @param male as the serial in the РНОКПП says
 */
public record Person(
    String family,
    String given,
    String patronymic,
    LocalDate birthDate,
    boolean male,
    String rnokpp) {
  private static final String OSCHADBANK = "300465";
  private static final BigInteger MODULUS = BigInteger.valueOf(97);

  /** Letters as IBAN's checksum counts them (ISO 13616), with the check digits still open. */
  private static final String UA00 = "301000";

  /** A valid number of an account at Oschadbank. */
  public String iban() {
    String account = OSCHADBANK + "000000026" + rnokpp;
    int rest = new BigInteger(account + UA00).mod(MODULUS).intValue();
    return "UA%02d%s".formatted(98 - rest, account);
  }

  public String phone() {
    return "+38050" + rnokpp.substring(2, 9);
  }

  /** Series and number of a passport booklet. */
  public String passport() {
    return "ЕК" + rnokpp.substring(3, 9);
  }
}
