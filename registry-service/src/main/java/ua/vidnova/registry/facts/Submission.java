package ua.vidnova.registry.facts;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** What a device sent at once, so that sending it again adds nothing. */
@Entity
@Immutable
@SuppressWarnings("UnusedVariable") // for queries
class Submission extends PanacheEntityBase {

  @Id private UUID id;
  private UUID residentId;
  private byte[] contentSha256;
  private Instant recordedAt;

  protected Submission() {}

  static void keep(UUID id, UUID residentId, byte[] contentSha256, Instant recordedAt) {
    var submission = new Submission();
    submission.id = id;
    submission.residentId = residentId;
    submission.contentSha256 = contentSha256;
    submission.recordedAt = recordedAt;
    submission.persist();
  }

  static Optional<Submission> find(UUID id) {
    return findByIdOptional(id);
  }

  boolean isSame(UUID resident, byte[] sha256) {
    return residentId.equals(resident) && Arrays.equals(contentSha256, sha256);
  }
}
