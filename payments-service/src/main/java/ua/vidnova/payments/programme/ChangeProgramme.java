package ua.vidnova.payments.programme;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import ua.vidnova.chassis.access.Caller;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.locks.TransactionLock;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.run.RunLock;

/** Corrects a programme, or adds one: an administrator proposes, another decides. */
@ApplicationScoped
public class ChangeProgramme {

  private final Programmes programmes;
  private final ProgrammeRows rows;
  private final GrantedAmounts grantedAmounts;
  private final RunLock runLock;
  private final ObjectMapper json;
  private final TransactionLock lock;
  private final Caller caller;
  private final KyivCalendar calendar;
  private final AuditTrail audit;

  @Inject
  ChangeProgramme(
      Programmes programmes,
      ProgrammeRows rows,
      GrantedAmounts grantedAmounts,
      RunLock runLock,
      ObjectMapper json,
      TransactionLock lock,
      Caller caller,
      KyivCalendar calendar,
      AuditTrail audit) {
    this.programmes = programmes;
    this.rows = rows;
    this.grantedAmounts = grantedAmounts;
    this.runLock = runLock;
    this.json = json;
    this.lock = lock;
    this.caller = caller;
    this.calendar = calendar;
    this.audit = audit;
  }

  @Transactional
  public ChangeOutcome propose(String code, NewRows content) {
    var faults = faults(code, content);
    if (!faults.isEmpty()) {
      return new ChangeOutcome.Faulty(faults);
    }
    var change = ProgrammeChange.propose(code, write(content), caller.id(), calendar.now());
    audit.wrote("proposed", "programme-change", change.id(), null);
    return new ChangeOutcome.Done(change);
  }

  /** Applies a change that somebody else proposed, to what was granted before as well. */
  @Transactional
  public ChangeOutcome approve(UUID id) {
    runLock.takeAlone();
    lock.waitForOthersWith(Programmes.LOCK);
    return ProgrammeChange.findLocked(id).map(this::approve).orElseGet(ChangeOutcome.NotFound::new);
  }

  private ChangeOutcome approve(ProgrammeChange change) {
    if (change.state() != ProgrammeChange.State.PROPOSED) {
      return new ChangeOutcome.NotNow(change.state());
    }
    if (change.proposedBy().equals(caller.id())) {
      return new ChangeOutcome.SamePerson();
    }
    var content = read(change.content());
    var faults = faults(change.programme(), content);
    if (!faults.isEmpty()) {
      return new ChangeOutcome.Faulty(faults);
    }
    change.decide(ProgrammeChange.State.APPLIED, caller.id(), calendar.now());
    rows.add(change, content);
    audit.wroteAll("changed", "programme-change", change.id(), grantedAmounts.bring(change.id()));
    audit.wrote("applied", "programme-change", change.id(), null);
    return new ChangeOutcome.Done(change);
  }

  /** Refuses a change; who proposed it may withdraw it so. */
  @Transactional
  public ChangeOutcome refuse(UUID id) {
    return ProgrammeChange.findLocked(id).map(this::refuse).orElseGet(ChangeOutcome.NotFound::new);
  }

  private ChangeOutcome refuse(ProgrammeChange change) {
    if (change.state() != ProgrammeChange.State.PROPOSED) {
      return new ChangeOutcome.NotNow(change.state());
    }
    change.decide(ProgrammeChange.State.REFUSED, caller.id(), calendar.now());
    audit.wrote("refused", "programme-change", change.id(), null);
    return new ChangeOutcome.Done(change);
  }

  private List<ChangeRules.Fault> faults(String code, NewRows content) {
    var all = programmes.list();
    Optional<Programme> known = all.stream().filter(one -> one.code().equals(code)).findFirst();
    return ChangeRules.faults(
        code, content, known, all.stream().map(Programme::code).collect(Collectors.toSet()));
  }

  private String write(NewRows content) {
    try {
      return json.writeValueAsString(content);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The change cannot be kept", e);
    }
  }

  private NewRows read(String content) {
    try {
      return json.readValue(content, NewRows.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The change cannot be read again", e);
    }
  }
}
