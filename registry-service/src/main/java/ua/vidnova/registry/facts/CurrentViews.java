package ua.vidnova.registry.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.contracts.reference.Territory;
import ua.vidnova.registry.resident.CurrentView;
import ua.vidnova.registry.resident.PaymentChannel;

/** Makes the current view of a person from what is known. */
public final class CurrentViews {

  private CurrentViews() {}

  /** The parts without which nobody can be in the registry, as the names of their facts. */
  static List<String> missingParts(KnownFacts known) {
    var missing = new ArrayList<String>();
    note(missing, "NAME", known.name());
    note(missing, "BIRTH_DATE", known.birthDate());
    note(missing, "SEX", known.sex());
    note(missing, "RNOKPP", known.rnokpp());
    note(missing, "RESIDENCE", known.residence());
    note(missing, "DOCUMENT", known.evidenceLevel());
    return missing;
  }

  private static void note(List<String> missing, String part, Optional<?> value) {
    if (value.isEmpty()) {
      missing.add(part);
    }
  }

  /**
   * The view of a person of whom nothing is missing.
   *
   * @throws java.util.NoSuchElementException when something is
   */
  public static CurrentView of(KnownFacts known) {
    var rnokpp = known.rnokpp().orElseThrow();
    var settlement = known.residence().orElseThrow().settlement();
    return new CurrentView(
        known.name().orElseThrow(),
        known.birthDate().orElseThrow(),
        known.sex().orElseThrow(),
        rnokpp.number(),
        rnokpp.absence(),
        known.unzr().orElse(null),
        settlement,
        Territories.ukraine().lineage(settlement).map(Territory::code).toList(),
        known.phone().orElse(null),
        known
            .payment()
            .map(payment -> new PaymentChannel(payment.channel(), payment.iban()))
            .orElse(null),
        known.noRussianPensionDeclaredOn().orElse(null),
        known.evidenceLevel().orElseThrow(),
        known.life().state(),
        known.life().since());
  }
}
