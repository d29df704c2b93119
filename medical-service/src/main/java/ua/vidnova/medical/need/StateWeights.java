package ua.vidnova.medical.need;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.medical.actor.ActingCaller;

/** An administrator says what gives how many points from a day on. */
@ApplicationScoped
public class StateWeights {

  private final Weights weights;
  private final ActingCaller caller;
  private final KyivCalendar calendar;
  private final AuditTrail trail;

  @Inject
  StateWeights(Weights weights, ActingCaller caller, KyivCalendar calendar, AuditTrail trail) {
    this.weights = weights;
    this.caller = caller;
    this.calendar = calendar;
    this.trail = trail;
  }

  /** What became of it. */
  public sealed interface Outcome {

    record Stated(PriorityEdition edition) implements Outcome {}

    record Unacceptable(List<FieldError> errors) implements Outcome {}
  }

  /**
   * Adds an edition; one that was said before of the same day stands no longer.
   *
   * @param source whose rule it is, and by which paper
   */
  @Transactional
  public Outcome state(LocalDate validFrom, String source, List<Weight> said) {
    var errors = EditionRules.check(validFrom, said, calendar.today());
    if (!errors.isEmpty()) {
      return new Outcome.Unacceptable(errors);
    }
    var actor = caller.now();
    var sorted =
        said.stream()
            .sorted(
                Comparator.comparing((Weight weight) -> weight.factor().name())
                    .thenComparing(Weight::threshold))
            .toList();
    var edition =
        new PriorityEdition(Ids.newId(), validFrom, source, actor.name(), actor.at(), sorted);
    weights.add(edition, actor);
    trail.wrote("stated", "priority-edition", edition.id(), null);
    return new Outcome.Stated(edition);
  }
}
