package ua.vidnova.registry.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.OptionalLong;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.problems.FieldError;
import ua.vidnova.chassis.time.KyivCalendar;

/** Keeps under a name how a list is to be read. Imports that have begun go on with what was. */
@ApplicationScoped
public class SaveMapping {

  private final Caller caller;
  private final KyivCalendar calendar;
  private final AuditTrail auditTrail;
  private final MappingJson json;

  @Inject
  SaveMapping(Caller caller, KyivCalendar calendar, AuditTrail auditTrail, MappingJson json) {
    this.caller = caller;
    this.calendar = calendar;
    this.auditTrail = auditTrail;
    this.json = json;
  }

  /** What came of it. */
  public sealed interface Outcome {

    /** It is kept. */
    record Saved(SavedMapping mapping, boolean isNew) implements Outcome {}

    /** It cannot make people out of lines. */
    record NotAcceptable(List<FieldError> errors) implements Outcome {}

    /** Its territory, or that of the mapping with this name, is not the caller's. */
    record OutsideTerritory() implements Outcome {}

    /** Somebody has changed it since it was read. */
    record ChangedMeanwhile() implements Outcome {}
  }

  /**
   * Saves a mapping.
   *
   * @param version that the caller has read; empty to replace whatever there is
   */
  @Transactional
  public Outcome save(String name, ImportMapping mapping, OptionalLong version) {
    var errors = MappingRules.examine(name, mapping);
    if (!errors.isEmpty()) {
      return new Outcome.NotAcceptable(errors);
    }
    var known = SavedMapping.findNamed(name);
    if (!caller.covers(mapping.territory())
        || known.filter(saved -> !caller.covers(saved.territory())).isPresent()) {
      return new Outcome.OutsideTerritory();
    }
    if (version.isPresent()
        && known.filter(saved -> saved.version() == version.getAsLong()).isEmpty()) {
      return new Outcome.ChangedMeanwhile();
    }
    var saved = known.orElseGet(() -> SavedMapping.create(name));
    saved.define(mapping, json.write(mapping), caller.id(), calendar.now());
    auditTrail.wrote("saved", "import-mapping", null, null);
    return new Outcome.Saved(saved, known.isEmpty());
  }
}
