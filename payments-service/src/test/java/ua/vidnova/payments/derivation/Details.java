package ua.vidnova.payments.derivation;

import java.util.List;
import java.util.stream.Collectors;
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
    importAll(List.of(person), details);
  }

  /** Imports awards of which the same is known. */
  public static void importAll(List<Person> persons, String details) {
    Payments.importFile(
            persons.stream()
                .map(person -> person.line() + "," + details + "\n")
                .collect(
                    Collectors.joining(
                        "",
                        Payments.HEADER
                            + ",pensionKind,grantedOn,baseAmount,insuranceYears,working,sex\n",
                        "")))
        .then()
        .statusCode(201);
  }
}
