package ua.vidnova.registry.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;
import ua.vidnova.registry.resident.Resident;
import ua.vidnova.registry.resident.ResidentReach;
import ua.vidnova.registry.shield.Shielding;

/** Shows the queue to a registrar: pairs of whom both persons live in their territories. */
@ApplicationScoped
public class FindReviews {

  private static final String WITHIN =
      """
      select p.* from match_pair p
      where p.state = any(:states)
        and p.low_areas && :territories and p.high_areas && :territories
        and (-p.bits, p.id) > (:weakness, :id)
        and\s"""
          + visible("p.person_low")
          + " and "
          + visible("p.person_high");

  private static String visible(String person) {
    return Shielding.visible(person).replace("?", ":staff");
  }

  /**
   * Of several open pairs of the same two persons, which merges bring about, the strongest speaks
   * for all; none does once the two were decided to be different.
   */
  private static final String OPEN =
      """
        and p.state in ('PROPOSED', 'EVIDENCE_ASKED') and p.person_low <> p.person_high
        and not exists (
          select from match_pair o
          where o.person_low = p.person_low and o.person_high = p.person_high
            and (o.state = 'DIFFERENT' or (o.state in ('PROPOSED', 'EVIDENCE_ASKED')
              and (-o.bits, o.id) < (-p.bits, p.id))))
      """;

  private static final String OF_PERSON =
      """
        and p.id in (select id from match_pair where person_low = :person
                     union all select id from match_pair where person_high = :person)
      """;

  private static final String STRONGEST_FIRST = " order by -p.bits, p.id";

  private final Caller caller;
  private final ResidentReach reach;
  private final OpenReview openReview;
  private final AuditTrail auditTrail;
  private final EntityManager database;

  @Inject
  FindReviews(
      Caller caller,
      ResidentReach reach,
      OpenReview openReview,
      AuditTrail auditTrail,
      EntityManager database) {
    this.caller = caller;
    this.reach = reach;
    this.openReview = openReview;
    this.auditTrail = auditTrail;
    this.database = database;
  }

  /**
   * One page, strongest first.
   *
   * @param residentId only pairs of this person, by whichever record
   */
  @Transactional
  public Page<ReviewSummary> list(
      Collection<PairState> states, Optional<UUID> residentId, PageRequest asked) {
    var page =
        Page.of(
            find(states, residentId, asked.after().map(ReviewPosition::parse), asked.limit() + 1),
            asked.limit(),
            pair -> new ReviewPosition(pair.bits(), pair.id()).toString());
    var sides = sidesOf(page.items());
    auditTrail.readAll("resident", sides.keySet());
    return page.map(
        pair -> ReviewSummary.of(pair, sideIds(pair).stream().map(sides::get).toList()));
  }

  /** A pair with all that a decision needs; empty when one side is not the caller's to see. */
  @Transactional
  public Optional<Review> show(UUID pairId) {
    var found =
        MatchPair.findPair(pairId)
            .filter(
                pair -> pair.persons().stream().allMatch(person -> reach.find(person).isPresent()))
            .map(openReview::of);
    found.ifPresent(
        review ->
            review
                .sides()
                .forEach(side -> auditTrail.read("match-pair", pairId, side.resident().id())));
    return found;
  }

  private List<MatchPair> find(
      Collection<PairState> states,
      Optional<UUID> residentId,
      Optional<ReviewPosition> after,
      int limit) {
    var from = after.orElse(ReviewPosition.START);
    var open = states.stream().allMatch(PairState::isOpen) ? OPEN : "";
    var ofPerson = residentId.isPresent() ? OF_PERSON : "";
    var query =
        database.createNativeQuery(WITHIN + open + ofPerson + STRONGEST_FIRST, MatchPair.class);
    residentId
        .flatMap(Resident::findResident)
        .map(Resident::personId)
        .or(() -> residentId)
        .ifPresent(person -> query.setParameter("person", person));
    return query
        .setParameter("states", states.stream().map(PairState::name).toArray(String[]::new))
        .setParameter("territories", caller.territories().toArray(String[]::new))
        .setParameter("staff", caller.id())
        .setParameter("weakness", -from.bits())
        .setParameter("id", from.id())
        .setMaxResults(limit)
        .getResultList();
  }

  private static Map<UUID, Resident> sidesOf(List<MatchPair> pairs) {
    var ids = pairs.stream().flatMap(pair -> sideIds(pair).stream()).distinct().toList();
    return Resident.<Resident>list("id in ?1", ids).stream()
        .collect(Collectors.toMap(Resident::id, Function.identity()));
  }

  private static List<UUID> sideIds(MatchPair pair) {
    return pair.isOfOnePerson() ? pair.records() : pair.persons();
  }
}
