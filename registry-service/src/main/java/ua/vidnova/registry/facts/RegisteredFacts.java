package ua.vidnova.registry.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import ua.vidnova.registry.evidence.EvidenceLevel;
import ua.vidnova.registry.resident.Resident;

/**
 * The facts with which a person came into the registry, all at the level of their papers.
 *
 * @param since day on which the person was identified
 */
record RegisteredFacts(EvidenceLevel level, LocalDate since, List<Fact> facts) {

  /** Reads them from a resident about whom nothing was stated since. */
  static RegisteredFacts of(Resident resident) {
    var name = resident.name();
    var facts = new ArrayList<Fact>();
    facts.add(new Fact.Name(Fact.Name.Use.CURRENT, name.family(), name.given(), name.patronymic()));
    facts.add(new Fact.BirthDate(resident.birthDate()));
    facts.add(new Fact.OfSex(resident.sex()));
    facts.add(
        new Fact.Rnokpp(resident.rnokpp().orElse(null), resident.rnokppAbsence().orElse(null)));
    facts.add(
        new Fact.Residence(
            Fact.Residence.Use.ACTUAL, resident.settlement(), null, null, null, null));
    resident.phone().map(Fact.Phone::new).ifPresent(facts::add);
    resident
        .paymentChannel()
        .map(channel -> new Fact.Payment(channel.kind(), channel.iban()))
        .ifPresent(facts::add);
    resident.noRussianPensionDeclaredOn().map(Fact.NoRussianPension::new).ifPresent(facts::add);
    return new RegisteredFacts(resident.evidenceLevel(), resident.identifiedOn(), facts);
  }
}
