package ua.vidnova.registry.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.registry.resident.Resident;
import ua.vidnova.registry.shield.Shielding;

/**
 * Puts candidates into words. Of a resident outside the caller's territories it tells that there is
 * one and how the records agree, and not a single value.
 */
@ApplicationScoped
public class DescribeCandidates {

  /** More would not be read in the field. */
  public static final int SHOWN_MAX = 5;

  private final ProfileReader profiles;
  private final Shielding shielding;
  private final Caller caller;

  @Inject
  DescribeCandidates(ProfileReader profiles, Shielding shielding, Caller caller) {
    this.profiles = profiles;
    this.shielding = shielding;
    this.caller = caller;
  }

  /**
   * The first few people, in their order: a merged record is told as its survivor, and whoever is
   * kept from the caller is left out.
   */
  public List<CandidateView> describe(MatchProfile person, List<Candidate> candidates) {
    var ids = candidates.stream().map(Candidate::residentId).toList();
    if (ids.isEmpty()) {
      return List.of();
    }
    var hidden = shielding.hidden(ids);
    var people = Resident.mapPersons(ids);
    var shown = new LinkedHashMap<Resident, Candidate>();
    candidates.stream()
        .filter(candidate -> !hidden.contains(candidate.residentId()))
        .forEach(candidate -> shown.putIfAbsent(people.get(candidate.residentId()), candidate));
    Map<UUID, MatchProfile> others =
        profiles.withIds(ids).stream()
            .collect(Collectors.toMap(MatchProfile::id, Function.identity()));
    return shown.entrySet().stream()
        .limit(SHOWN_MAX)
        .map(
            one ->
                view(
                    person,
                    one.getKey(),
                    others.get(one.getValue().residentId()),
                    one.getValue().comparison()))
        .toList();
  }

  private CandidateView view(
      MatchProfile person, Resident known, MatchProfile compared, Comparison comparison) {
    var named = caller.covers(known.settlement());
    return new CandidateView(
        known.id(),
        comparison.band(),
        Math.round(comparison.bits() * 10) / 10.0,
        named ? known.name() : null,
        named
            ? Explanation.of(person, compared, comparison)
            : Explanation.withoutValues(comparison));
  }
}
