package ua.vidnova.payments.merge;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import ua.vidnova.chassis.events.Outbox;
import ua.vidnova.payments.award.Award;
import ua.vidnova.payments.award.Hold;
import ua.vidnova.payments.merge.HoldRules.AwardFacts;
import ua.vidnova.payments.reconciliation.OpenDifferences;
import ua.vidnova.payments.resident.Resident;
import ua.vidnova.payments.resumption.Resumption;
import ua.vidnova.payments.run.InstructionTakenBack;
import ua.vidnova.payments.run.ReadyInstructions;

/**
 * Holds back, and lets go, the awards of people who have several records, whenever something about
 * them changes. Nothing is stopped or lost: units stay owed, and what people must settle is listed
 * as a difference. May be repeated.
 */
@ApplicationScoped
public class HoldAwards {

  /** An array, because an import may have matched more residents than a statement takes values. */
  private static final String PERSONS_OF_SEVERAL_RECORDS =
      "select distinct coalesce(r.merged_into, r.id) as person from resident r"
          + " where r.id = any(?) and (r.merged_into is not null"
          + "  or exists (select from resident m where m.merged_into = r.id))"
          + " order by person";

  private final AgroalDataSource database;
  private final ReadyInstructions instructions;
  private final Differences differences;
  private final OpenDifferences openDifferences;
  private final Outbox outbox;
  private final EntityManager entities;

  @Inject
  HoldAwards(
      AgroalDataSource database,
      ReadyInstructions instructions,
      Differences differences,
      OpenDifferences openDifferences,
      Outbox outbox,
      EntityManager entities) {
    this.database = database;
    this.instructions = instructions;
    this.differences = differences;
    this.openDifferences = openDifferences;
    this.outbox = outbox;
    this.entities = entities;
  }

  /** One award that is held or let go now, for the audit trail, which the caller writes last. */
  public record Change(String action, UUID awardId, UUID residentId) {}

  /** Settles the awards of the people of these records; most have one record, and no more to do. */
  @Transactional
  public List<Change> settle(Collection<UUID> recordIds) {
    entities.flush();
    return personsOfSeveralRecords(recordIds).stream()
        .flatMap(person -> settlePerson(person).stream())
        .toList();
  }

  /** In order, so that whoever settles several people at once locks them as the others do. */
  private List<UUID> personsOfSeveralRecords(Collection<UUID> recordIds) {
    try (var connection = database.getConnection();
        var query = connection.prepareStatement(PERSONS_OF_SEVERAL_RECORDS)) {
      query.setArray(1, connection.createArrayOf("uuid", recordIds.toArray()));
      var rows = query.executeQuery();
      var persons = new ArrayList<UUID>();
      while (rows.next()) {
        persons.add(rows.getObject(1, UUID.class));
      }
      return persons;
    } catch (SQLException e) {
      throw new IllegalStateException("People of several records could not be looked for", e);
    }
  }

  /** The same for one person, however many records are left of them. */
  List<Change> settlePerson(UUID personId) {
    entities.flush();
    var awards = Award.listOfRecordsLocked(ids(Resident.listRecordsOf(personId)));
    var records = Resident.listRecordsOf(personId);
    records.forEach(entities::refresh);
    awards.forEach(entities::refresh);
    var owners = ownersOf(awards, ids(records));
    var holds =
        HoldRules.holds(
            personId,
            awards.stream()
                .filter(award -> owners.containsKey(award.id()))
                .map(award -> facts(award, owners))
                .toList(),
            records.stream()
                .filter(record -> record.isDeceased() || record.isMissing())
                .collect(Collectors.toMap(Resident::id, HoldAwards::reason)));
    var reported = openDifferences.holdsOf(awards.stream().map(Award::id).toList());
    var changed =
        awards.stream()
            .filter(award -> isOurs(award, owners))
            .filter(
                award ->
                    award.hold(
                        Optional.ofNullable(
                            holds.getOrDefault(award.id(), reported.get(award.id())))))
            .toList();
    entities.flush();
    takeBack(changed);
    differences.renew(awards.stream().map(Award::id).toList());
    return changed.stream().map(award -> change(award, owners)).toList();
  }

  private static Hold.Reason reason(Resident notLiving) {
    return notLiving.isDeceased()
        ? Hold.Reason.RECORD_OF_DEATH
        : Hold.Reason.RECORD_OF_DISAPPEARANCE;
  }

  private static List<UUID> ids(List<Resident> records) {
    return records.stream().map(Resident::id).toList();
  }

  /** The record that each award is of, or whose resumption of it is open. */
  private static Map<UUID, UUID> ownersOf(List<Award> awards, List<UUID> recordIds) {
    var owners = new HashMap<UUID, UUID>();
    Resumption.listLiveOf(recordIds)
        .forEach(resumption -> owners.put(resumption.awardId(), resumption.residentId()));
    awards.stream()
        .filter(award -> award.residentId() != null)
        .forEach(award -> owners.put(award.id(), award.residentId()));
    return owners;
  }

  /** One whose resumption was refused may be somebody else's by now. */
  private static boolean isOurs(Award award, Map<UUID, UUID> owners) {
    return owners.containsKey(award.id()) || !Resumption.isLiveFor(award.id());
  }

  private static AwardFacts facts(Award award, Map<UUID, UUID> owners) {
    return new AwardFacts(award.id(), award.right(), award.state(), owners.get(award.id()));
  }

  private void takeBack(List<Award> changed) {
    var events = new ArrayList<InstructionTakenBack>();
    for (var reason : InstructionTakenBack.Reason.values()) {
      var held =
          changed.stream()
              .filter(
                  award ->
                      award
                          .hold()
                          .map(hold -> hold.reason().name())
                          .equals(Optional.of(reason.name())))
              .map(Award::id)
              .toList();
      events.addAll(takeBack(held, reason));
    }
    outbox.appendAll(events);
  }

  private List<InstructionTakenBack> takeBack(
      List<UUID> awardIds, InstructionTakenBack.Reason reason) {
    return instructions.withdraw(awardIds, reason.name()).stream()
        .map(
            one ->
                new InstructionTakenBack(
                    one.instructionId(), one.awardId(), one.residentId(), reason))
        .toList();
  }

  /** What no partner has yet was meant for one person: each is paid anew, to their own account. */
  void takeBackAllOf(UUID personId) {
    var awards = Award.listOfRecordsLocked(ids(Resident.listRecordsOf(personId)));
    outbox.appendAll(
        takeBack(awards.stream().map(Award::id).toList(), InstructionTakenBack.Reason.UNMERGED));
  }

  private static Change change(Award award, Map<UUID, UUID> owners) {
    return new Change(
        award.hold().isPresent() ? "held" : "let-go", award.id(), owners.get(award.id()));
  }
}
