package ua.vidnova.medical.visit;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.medical.stock.TakeFromStock;
import ua.vidnova.medical.stock.Taken;
import ua.vidnova.medical.trip.Trip;
import ua.vidnova.medical.trip.Trips;

/**
 * What a visit takes of its brigade's stock: medicines in the catalogue's unit, and vaccines by the
 * dose. What the medic had from elsewhere names no entry of the catalogue.
 */
@ApplicationScoped
class VisitStock {

  private final Trips trips;
  private final TakeFromStock takeFromStock;

  @Inject
  VisitStock(Trips trips, TakeFromStock takeFromStock) {
    this.trips = trips;
    this.takeFromStock = takeFromStock;
  }

  private record Use(String field, Taken taken) {}

  /** Names the medicines that the catalogue does not have, and a trip that is not known yet. */
  List<FieldError> check(VisitFacts facts) {
    var uses = usesOf(facts);
    if (uses.isEmpty()) {
      return List.of();
    }
    var errors = new ArrayList<FieldError>();
    var unknown =
        TakeFromStock.unknownOf(uses.stream().map(use -> use.taken().medicineId()).toList());
    uses.stream()
        .filter(use -> unknown.contains(use.taken().medicineId()))
        .map(
            use ->
                new FieldError(use.field(), "unknown-medicine", "The catalogue has no such one."))
        .forEach(errors::add);
    if (facts.tripId() == null) {
      errors.add(new FieldError("tripId", "required", "Say whose stock the medicines are of."));
    } else if (trips.find(facts.tripId()).isEmpty()) {
      errors.add(new FieldError("tripId", "unknown", "The news may be on its way: repeat later."));
    }
    return errors;
  }

  /** Books what a revision says, in place of what it corrects, unless that says the same. */
  void take(Visit visit, Optional<Visit> corrected) {
    var taking = takingOf(visit);
    if (taking.given().isEmpty() && corrected.isEmpty()
        || corrected.filter(before -> takingOf(before).isSameAs(taking)).isPresent()) {
      return;
    }
    taking
        .brigade()
        .or(() -> corrected.flatMap(before -> brigadeOf(before.facts())))
        .ifPresent(
            brigade ->
                takeFromStock.take(
                    brigade,
                    visit.revisionId(),
                    visit.revisionIdsBefore(),
                    taking.day(),
                    taking.given()));
  }

  /** What a revision gave, of whose stock, on which day. */
  private record Taking(Optional<TakeFromStock.Brigade> brigade, LocalDate day, List<Taken> given) {

    boolean isSameAs(Taking other) {
      return brigade
              .map(TakeFromStock.Brigade::id)
              .equals(other.brigade.map(TakeFromStock.Brigade::id))
          && day.equals(other.day)
          && counted().equals(other.counted());
    }

    /** In whatever order, and however many noughts a quantity has. */
    private Map<Taken, Long> counted() {
      return given.stream().collect(groupingBy(Taken::inShort, counting()));
    }
  }

  private Taking takingOf(Visit visit) {
    var facts = visit.facts();
    var given =
        visit.isWithdrawn() ? List.<Taken>of() : usesOf(facts).stream().map(Use::taken).toList();
    return new Taking(brigadeOf(facts), facts.startedOn(), given);
  }

  private Optional<TakeFromStock.Brigade> brigadeOf(VisitFacts facts) {
    return Optional.ofNullable(facts.tripId())
        .flatMap(trips::find)
        .map(trip -> brigadeOf(trip, facts.settlement()));
  }

  private static TakeFromStock.Brigade brigadeOf(Trip trip, String settlement) {
    return new TakeFromStock.Brigade(trip.brigadeId(), trip.brigadeName(), settlement);
  }

  private static List<Use> usesOf(VisitFacts facts) {
    var uses = new ArrayList<Use>();
    for (int i = 0; i < facts.medicines().size(); i++) {
      var one = facts.medicines().get(i);
      if (one.medicineId() != null) {
        uses.add(
            new Use(
                "medicines[" + i + "].medicineId",
                new Taken(one.medicineId(), one.batch(), one.expiresOn(), one.quantity())));
      }
    }
    for (int i = 0; i < facts.vaccinations().size(); i++) {
      var one = facts.vaccinations().get(i);
      if (one.medicineId() != null) {
        uses.add(
            new Use(
                "vaccinations[" + i + "].medicineId",
                new Taken(one.medicineId(), one.batch(), one.expiresOn(), BigDecimal.ONE)));
      }
    }
    return uses;
  }
}
