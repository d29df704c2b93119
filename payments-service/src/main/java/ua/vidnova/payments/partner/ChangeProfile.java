package ua.vidnova.payments.partner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.locks.TransactionLock;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.resident.Channel;

/**
 * Changes what was agreed with a partner, or adds a partner: an administrator proposes, another
 * decides. What it was before is kept. Reports that were taken over stay as they were judged, and
 * files that were handed over as they were.
 */
@ApplicationScoped
public class ChangeProfile {

  private final PartnerProfiles profiles;
  private final ProfileRows rows;
  private final ObjectMapper json;
  private final TransactionLock lock;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final AuditTrail audit;

  @Inject
  ChangeProfile(
      PartnerProfiles profiles,
      ProfileRows rows,
      ObjectMapper json,
      TransactionLock lock,
      Caller caller,
      KyivCalendar calendar,
      AuditTrail audit) {
    this.profiles = profiles;
    this.rows = rows;
    this.json = json;
    this.lock = lock;
    this.caller = caller;
    this.calendar = calendar;
    this.audit = audit;
  }

  @Transactional
  public ChangeOutcome propose(String edrpou, Channel channel, Agreement wanted) {
    var faults = AgreementRules.faults(edrpou, channel, wanted, profiles.list());
    if (!faults.isEmpty()) {
      return new ChangeOutcome.Faulty(faults);
    }
    var seen = profiles.find(edrpou, channel).map(PartnerProfile::version);
    var proposal =
        ProfileProposal.propose(edrpou, channel, seen, write(wanted), caller.id(), calendar.now());
    audit.wrote("proposed", "partner-profile", proposal.id(), null);
    return new ChangeOutcome.Done(proposal);
  }

  /** Applies a profile that somebody else proposed. */
  @Transactional
  public ChangeOutcome approve(UUID id) {
    lock.waitForOthersWith("partner-profiles");
    return ProfileProposal.findLocked(id).map(this::approve).orElseGet(ChangeOutcome.NotFound::new);
  }

  private ChangeOutcome approve(ProfileProposal proposal) {
    if (proposal.state() != ProfileProposal.State.PROPOSED) {
      return new ChangeOutcome.NotNow(proposal.state());
    }
    if (proposal.proposedBy().equals(caller.id())) {
      return new ChangeOutcome.SamePerson();
    }
    var now = profiles.find(proposal.edrpou(), proposal.channel()).map(PartnerProfile::version);
    if (!now.equals(proposal.seenVersion())) {
      return new ChangeOutcome.ChangedMeanwhile();
    }
    var wanted = read(proposal.content());
    var faults =
        AgreementRules.faults(proposal.edrpou(), proposal.channel(), wanted, profiles.list());
    if (!faults.isEmpty()) {
      return new ChangeOutcome.Faulty(faults);
    }
    proposal.decide(ProfileProposal.State.APPLIED, caller.id(), calendar.now());
    ProfileProposal.flush();
    rows.apply(proposal, wanted);
    audit.wrote("applied", "partner-profile", proposal.id(), null);
    return new ChangeOutcome.Done(proposal);
  }

  /** Refuses a proposal; who made it may withdraw it so. */
  @Transactional
  public ChangeOutcome refuse(UUID id) {
    return ProfileProposal.findLocked(id).map(this::refuse).orElseGet(ChangeOutcome.NotFound::new);
  }

  private ChangeOutcome refuse(ProfileProposal proposal) {
    if (proposal.state() != ProfileProposal.State.PROPOSED) {
      return new ChangeOutcome.NotNow(proposal.state());
    }
    proposal.decide(ProfileProposal.State.REFUSED, caller.id(), calendar.now());
    audit.wrote("refused", "partner-profile", proposal.id(), null);
    return new ChangeOutcome.Done(proposal);
  }

  private String write(Agreement wanted) {
    try {
      return json.writeValueAsString(wanted);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The proposal cannot be kept", e);
    }
  }

  private Agreement read(String content) {
    try {
      return json.readValue(content, Agreement.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The proposal cannot be read again", e);
    }
  }
}
