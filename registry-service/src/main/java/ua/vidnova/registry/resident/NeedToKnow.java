package ua.vidnova.registry.resident;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import ua.vidnova.chassis.access.Roles;

/**
 * Which parts of a resident each staff role needs for its work. Names, dates, settlement, life
 * state and evidence level are shown to everyone who may open a resident at all.
 */
public final class NeedToKnow {

  /** Parts of a resident that not everyone sees. */
  public enum Part {
    PHONE,
    /** The whole РНОКПП; without it only the last four digits are shown. */
    RNOKPP,
    DOCUMENTS,
    /** The preferred channel, and the declaration about a Russian pension. */
    PAYMENT,
    /** The whole account number; without it only its last four characters are shown. */
    ACCOUNT,
    /** Who recorded what and when, and the questions that are open. */
    HISTORY
  }

  private NeedToKnow() {}

  /** The parts that these roles need, all together. */
  public static Set<Part> of(Collection<String> roles) {
    var parts = EnumSet.noneOf(Part.class);
    roles.forEach(role -> parts.addAll(of(role)));
    return parts;
  }

  private static Set<Part> of(String role) {
    return switch (role) {
      case Roles.REGISTRAR ->
          EnumSet.of(Part.PHONE, Part.RNOKPP, Part.DOCUMENTS, Part.PAYMENT, Part.HISTORY);
      case Roles.MEDIC -> EnumSet.of(Part.PHONE);
      case Roles.PAYMENTS_OFFICER, Roles.PAYMENTS_APPROVER ->
          EnumSet.of(Part.RNOKPP, Part.PAYMENT, Part.ACCOUNT);
      default -> EnumSet.noneOf(Part.class);
    };
  }
}
