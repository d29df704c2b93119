package ua.vidnova.registry.resident;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import ua.vidnova.registry.facts.AwaitedFinding;
import ua.vidnova.registry.facts.Fact;
import ua.vidnova.registry.facts.KnownFacts;
import ua.vidnova.registry.facts.KnownFacts.OtherName;

/**
 * What follows from the statements about a person beyond the resident's row.
 *
 * @param otherNames names that are not the present one, those of merged records among them
 * @param relations those to people whom the caller may see
 * @param consents the last word on each purpose
 * @param awaitedFindings what stands in law only when a court has found it
 */
public record FurtherFacts(
    Optional<String> email,
    Optional<Fact.Residence> residence,
    Optional<Fact.Residence> registeredResidence,
    List<OtherName> otherNames,
    List<Fact.Relation> relations,
    List<Fact.Consent> consents,
    List<AwaitedFinding> awaitedFindings) {

  /** Of somebody of whom nothing but the registration is stated. */
  static final FurtherFacts NONE = of(List.of(), relation -> true);

  /**
   * Puts together what the records of one person tell.
   *
   * @param records of the resident first, then of the merged ones: where only one can hold, the
   *     first that says something does
   */
  static FurtherFacts of(List<KnownFacts> records, Predicate<Fact.Relation> shown) {
    var name = first(records, KnownFacts::name);
    return new FurtherFacts(
        first(records, KnownFacts::email),
        first(records, KnownFacts::residence),
        first(records, KnownFacts::registeredResidence),
        records.stream()
            .flatMap(known -> known.allNames().stream())
            .filter(other -> !Optional.of(other.name()).equals(name))
            .distinct()
            .toList(),
        all(records, KnownFacts::relations).stream().filter(shown).toList(),
        all(records, KnownFacts::consents),
        all(records, KnownFacts::awaitedFindings));
  }

  private static <T> Optional<T> first(
      List<KnownFacts> records, Function<KnownFacts, Optional<T>> part) {
    return records.stream().flatMap(known -> part.apply(known).stream()).findFirst();
  }

  private static <T> List<T> all(List<KnownFacts> records, Function<KnownFacts, List<T>> part) {
    return records.stream().flatMap(known -> part.apply(known).stream()).toList();
  }
}
