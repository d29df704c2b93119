package ua.vidnova.payments.partner;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.payments.resident.Channel;

/**
 * A partner's profile as an administrator wants it to be, or that of a new partner.
 *
 * <p>Life: PROPOSED by one administrator; APPLIED or REFUSED by another. What it says never
 * changes.
 */
@Entity
@Table(name = "partner_proposal")
public class ProfileProposal extends PanacheEntityBase {

  /** Where a proposal is in its life. */
  public enum State {
    PROPOSED,
    APPLIED,
    REFUSED
  }

  @Id private UUID id;
  private String edrpou;

  @Enumerated(EnumType.STRING)
  private Channel channel;

  private Long seenVersion;

  @ColumnTransformer(write = "?::jsonb")
  private String content;

  @Enumerated(EnumType.STRING)
  private State state;

  private String proposedBy;

  private Instant proposedAt;

  private String decidedBy;

  private Instant decidedAt;

  @Version private long version;

  protected ProfileProposal() {}

  static ProfileProposal propose(
      String edrpou,
      Channel channel,
      Optional<Long> seenVersion,
      String content,
      String by,
      Instant at) {
    var proposal = new ProfileProposal();
    proposal.id = Ids.newId();
    proposal.edrpou = edrpou;
    proposal.channel = channel;
    proposal.seenVersion = seenVersion.orElse(null);
    proposal.content = content;
    proposal.state = State.PROPOSED;
    proposal.proposedBy = by;
    proposal.proposedAt = at;
    proposal.persist();
    return proposal;
  }

  static Optional<ProfileProposal> findLocked(UUID id) {
    return Optional.ofNullable(
        getEntityManager().find(ProfileProposal.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Newest first; at most as many as asked. */
  public static List<ProfileProposal> listBefore(UUID before, int limit) {
    return ProfileProposal.<ProfileProposal>find("id < ?1 order by id desc", before)
        .range(0, limit - 1)
        .list();
  }

  void decide(State to, String by, Instant at) {
    if (state != State.PROPOSED) {
      throw new IllegalStateException("Proposal " + id + " is " + state);
    }
    state = to;
    decidedBy = by;
    decidedAt = at;
  }

  public UUID id() {
    return id;
  }

  public String edrpou() {
    return edrpou;
  }

  public Channel channel() {
    return channel;
  }

  /** The version of the profile when this was proposed; empty when there was no such partner. */
  Optional<Long> seenVersion() {
    return Optional.ofNullable(seenVersion);
  }

  /** {@link Agreement} as JSON. */
  public String content() {
    return content;
  }

  public State state() {
    return state;
  }

  public String proposedBy() {
    return proposedBy;
  }

  public Instant proposedAt() {
    return proposedAt;
  }

  /** Null until decided. */
  public String decidedBy() {
    return decidedBy;
  }

  /** Null until decided. */
  public Instant decidedAt() {
    return decidedAt;
  }
}
