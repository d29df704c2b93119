package ua.vidnova.registry.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.paging.PageRequest;

/** Shows mappings and imports that reach the caller's territories. They hold nobody's data. */
@ApplicationScoped
@Transactional
public class ShowImports {

  private final Caller caller;

  @Inject
  ShowImports(Caller caller) {
    this.caller = caller;
  }

  /** One import. */
  public Optional<ListImport> find(UUID id) {
    return ListImport.findImport(id).filter(run -> Reach.of(caller).overlaps(run.territory()));
  }

  /** Imports, newest first; one more than asked for. */
  public List<ListImport> list(PageRequest asked) {
    var reach = Reach.of(caller);
    return ListImport.findSeenFrom(
        reach.territories(), reach.around(), asked.afterId(), asked.limit() + 1);
  }

  /** One mapping. */
  public Optional<SavedMapping> findMapping(String name) {
    return SavedMapping.findNamed(name)
        .filter(mapping -> Reach.of(caller).overlaps(mapping.territory()));
  }

  /** Mappings by name; one more than asked for. */
  public List<SavedMapping> listMappings(PageRequest asked) {
    var reach = Reach.of(caller);
    return SavedMapping.findSeenFrom(
        reach.territories(), reach.around(), asked.after(), asked.limit() + 1);
  }
}
