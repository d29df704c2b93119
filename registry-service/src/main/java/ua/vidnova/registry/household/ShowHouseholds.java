package ua.vidnova.registry.household;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.paging.Page;
import ua.vidnova.chassis.paging.PageRequest;

/** Shows households to those who may see them, and notes who was shown. */
@ApplicationScoped
public class ShowHouseholds {

  private final HouseholdReach reach;
  private final AuditTrail auditTrail;

  @Inject
  ShowHouseholds(HouseholdReach reach, AuditTrail auditTrail) {
    this.reach = reach;
    this.auditTrail = auditTrail;
  }

  /** One household; empty when it is not there or not the caller's to see. */
  @Transactional
  public Optional<HouseholdFile> show(UUID id) {
    var file = reach.find(id);
    file.ifPresent(found -> auditTrail.readAll("household", found.everyone()));
    return file;
  }

  /** What the caller may see of a household that they changed. */
  public HouseholdFile shown(HouseholdFile changed) {
    return reach.shown(changed);
  }

  /** Those of the caller's territories, also those in which a resident has lived. */
  @Transactional
  public Page<HouseholdFile> list(Optional<UUID> residentId, PageRequest asked) {
    var found = reach.list(residentId, asked.afterId(), asked.limit() + 1);
    var page = Page.of(found, asked.limit(), file -> file.household().id().toString());
    auditTrail.readAll(
        "household",
        page.items().stream().flatMap(file -> file.everyone().stream()).distinct().toList());
    return page;
  }
}
