package ua.vidnova.registry.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import ua.vidnova.registry.matching.StartMatching;

/** Has the matcher compare what imports have brought, as soon as no other run is under way. */
@ApplicationScoped
class MatchImported {

  private final StartMatching startMatching;

  @Inject
  MatchImported(StartMatching startMatching) {
    this.startMatching = startMatching;
  }

  @Transactional
  @ActivateRequestContext
  void match() {
    var unmatched = ListImport.findUnmatched();
    if (!unmatched.isEmpty() && startMatching.start() instanceof StartMatching.Outcome.Begun) {
      unmatched.forEach(ListImport::isMatched);
    }
  }
}
