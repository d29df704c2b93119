package ua.vidnova.payments.awardimport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds imports and their refused lines again. */
@ApplicationScoped
public class FindImports {

  private final AwardRows rows;

  @Inject
  FindImports(AwardRows rows) {
    this.rows = rows;
  }

  /**
   * Finds an import.
   *
   * @param organisation whose imports alone count; empty for those of all
   */
  public Optional<AwardImport> find(UUID id, Optional<String> organisation) {
    return AwardImport.<AwardImport>findByIdOptional(id)
        .filter(file -> organisation.map(file.organisation()::equals).orElse(true));
  }

  /** The refusals behind a position, in the order of lines and fields. */
  public List<RefusedLine> listRefused(UUID importId, int afterLine, String afterField, int limit) {
    return rows.listRefused(importId, afterLine, afterField, limit);
  }
}
