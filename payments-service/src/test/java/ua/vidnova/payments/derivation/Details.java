package ua.vidnova.payments.derivation;

import ua.vidnova.payments.support.Payments;
import ua.vidnova.payments.support.Person;

/** Awards whose line tells what a derivation needs. */
public final class Details {

  private Details() {}

  /**
   * Imports one award.
   *
   * @param details kind, day of the grant, base, years, working, sex; with commas
   */
  public static void importOne(Person person, String details) {
    Payments.importFile(
            Payments.HEADER
                + ",pensionKind,grantedOn,baseAmount,insuranceYears,working,sex\n"
                + person.line()
                + ","
                + details
                + "\n")
        .then()
        .statusCode(201);
  }
}
