package ua.vidnova.registry.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** Finds residents who may be the same person, by one bounded query and comparisons in memory. */
@ApplicationScoped
public class FindCandidates {

  private static final Comparator<Candidate> BEST_FIRST =
      Comparator.<Candidate>comparingDouble(candidate -> -candidate.comparison().bits())
          .thenComparing(Candidate::residentId);

  private final ProfileReader profiles;
  private final CurrentMatcher matcher;

  @Inject
  FindCandidates(ProfileReader profiles, CurrentMatcher matcher) {
    this.profiles = profiles;
    this.matcher = matcher;
  }

  /**
   * Those in band LINK or REVIEW, best first; never the person's own record.
   *
   * @param person known to the registry or not
   */
  public List<Candidate> of(MatchProfile person, int limit) {
    var known = ComparableProfile.of(person);
    var current = matcher.get();
    return profiles.sharingKeysWith(person.id(), MatchKeys.of(known)).stream()
        .map(
            other -> new Candidate(other.id(), current.compare(known, ComparableProfile.of(other))))
        .filter(candidate -> candidate.comparison().band() != Band.DISTINCT)
        .sorted(BEST_FIRST)
        .limit(limit)
        .toList();
  }
}
