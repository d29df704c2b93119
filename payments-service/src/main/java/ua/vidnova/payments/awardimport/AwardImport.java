package ua.vidnova.payments.awardimport;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** One file that an organisation sent, and what came of its lines. Never changes. */
@Entity
@SuppressWarnings("unused") // Hibernate reads and writes every field.
public class AwardImport extends PanacheEntityBase {

  @Id private UUID id;
  private String organisation;

  private byte[] contentSha256;

  private int accepted;
  private int unchanged;
  private int refused;

  private String importedBy;

  private Instant importedAt;

  protected AwardImport() {}

  AwardImport(
      UUID id,
      String organisation,
      byte[] contentSha256,
      LineCounts counts,
      String by,
      Instant at) {
    this.id = id;
    this.organisation = organisation;
    this.contentSha256 = contentSha256;
    this.accepted = counts.accepted();
    this.unchanged = counts.unchanged();
    this.refused = counts.refused();
    this.importedBy = by;
    this.importedAt = at;
  }

  /** The first time that this very file came from this organisation. */
  static Optional<AwardImport> findByContent(String organisation, byte[] contentSha256) {
    return AwardImport.<AwardImport>find(
            "organisation = ?1 and contentSha256 = ?2 order by id", organisation, contentSha256)
        .firstResultOptional();
  }

  public UUID id() {
    return id;
  }

  public String organisation() {
    return organisation;
  }

  public LineCounts counts() {
    return new LineCounts(accepted, unchanged, refused);
  }

  public Instant importedAt() {
    return importedAt;
  }
}
