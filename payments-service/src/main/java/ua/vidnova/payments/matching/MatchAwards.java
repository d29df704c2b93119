package ua.vidnova.payments.matching;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import ua.vidnova.chassis.audit.AuditTrail;
import ua.vidnova.chassis.time.KyivCalendar;
import ua.vidnova.payments.award.Award;
import ua.vidnova.payments.award.MatchingLock;
import ua.vidnova.payments.channel.JoinedAccounts;
import ua.vidnova.payments.death.StopAwards;
import ua.vidnova.payments.merge.HoldAwards;
import ua.vidnova.payments.resident.Resident;
import ua.vidnova.payments.resumption.OpenResumption;
import ua.vidnova.payments.resumption.Resumption;

/**
 * Brings dormant awards and identified residents together by РНОКПП. A living resident gets a
 * resumption, in which whatever else disagrees is an open condition; a dead one's award stops.
 */
@ApplicationScoped
public class MatchAwards {

  private static final int PAIRS_PER_FLUSH = 200;

  private final OpenResumption openResumption;
  private final StopAwards stopAwards;
  private final HoldAwards holdAwards;
  private final MatchingLock lock;
  private final AuditTrail audit;
  private final AgroalDataSource database;
  private final EntityManager entities;
  private final KyivCalendar calendar;

  @Inject
  MatchAwards(
      OpenResumption openResumption,
      StopAwards stopAwards,
      HoldAwards holdAwards,
      MatchingLock lock,
      AuditTrail audit,
      AgroalDataSource database,
      EntityManager entities,
      KyivCalendar calendar) {
    this.openResumption = openResumption;
    this.stopAwards = stopAwards;
    this.holdAwards = holdAwards;
    this.lock = lock;
    this.audit = audit;
    this.database = database;
    this.entities = entities;
    this.calendar = calendar;
  }

  /** Looks for the awards of a locked resident of whom something new was told. */
  @Transactional
  public void matchResident(Resident resident) {
    var rnokpp = resident.identity().rnokpp();
    takeOverListed(resident);
    if (resident.isDeceased()) {
      var stopped = changes(stopAwards.stop(resident), resident.id());
      audit(stopped, holdAwards.settle(List.of(resident.id())));
    } else if (rnokpp != null && !resident.isMissing()) {
      lock.share();
      var holder = resident.holderOfNumber();
      var opened =
          Award.listDormantLocked(rnokpp).stream()
              .flatMap(award -> open(award, holder).stream())
              .toList();
      audit(opened, holdAwards.settle(List.of(holder.id())));
    }
  }

  /** Looks for the residents of awards that were just imported. */
  @Transactional
  public void matchImport(UUID importId) {
    lock.takeAlone();
    var changes = new ArrayList<Change>();
    var pairs = pairsOf(importId);
    for (var i = 0; i < pairs.size(); i++) {
      var resident = Resident.get(pairs.get(i).residentId());
      if (resident.isDeceased()) {
        changes.addAll(changes(stopAwards.stop(resident), resident.id()));
      } else if (!resident.isMissing()) {
        open(Award.getLocked(pairs.get(i).awardId()), resident).ifPresent(changes::add);
      }
      if (i % PAIRS_PER_FLUSH == PAIRS_PER_FLUSH - 1) {
        entities.flush();
        entities.clear();
      }
    }
    entities.flush();
    audit(changes, holdAwards.settle(pairs.stream().map(Pair::residentId).distinct().toList()));
  }

  /** Whoever was paid without application, and is met now, is from now on paid as they wish. */
  private void takeOverListed(Resident resident) {
    if (resident.isIdentified()) {
      for (var listed : resident.listListed()) {
        listed.mergeInto(resident.personId(), calendar.now());
        JoinedAccounts.join(listed.id(), resident.personId());
      }
    }
  }

  /** An award keeps to the record under which it was once resumed. */
  private static Resident ownerOf(Award award, Resident resident) {
    return Optional.ofNullable(award.residentId())
        .map(Resident::get)
        .filter(owner -> owner.personId().equals(resident.personId()))
        .orElse(resident);
  }

  private Optional<Change> open(Award award, Resident found) {
    var resident = ownerOf(award, found);
    if (!award.isDormant() || Resumption.isLiveFor(award.id())) {
      return Optional.empty();
    }
    var opened = openResumption.open(award, resident);
    return Optional.of(new Change("opened", "resumption", opened.id(), resident.id()));
  }

  private record Change(String action, String objectType, UUID objectId, UUID residentId) {}

  private static List<Change> changes(List<StopAwards.Change> stopped, UUID residentId) {
    return stopped.stream()
        .map(one -> new Change(one.action(), one.objectType(), one.objectId(), residentId))
        .toList();
  }

  private void audit(List<Change> changes, List<HoldAwards.Change> held) {
    changes.forEach(
        one -> audit.wrote(one.action(), one.objectType(), one.objectId(), one.residentId()));
    held.forEach(one -> audit.wrote(one.action(), "award", one.awardId(), one.residentId()));
  }

  private record Pair(UUID awardId, UUID residentId) {}

  private List<Pair> pairsOf(UUID importId) {
    try (var connection = database.getConnection();
        var query =
            connection.prepareStatement(
                "select a.id, r.id from award a join resident r on r.rnokpp = a.rnokpp"
                    + " where a.import_id = ? and a.state = 'DORMANT' and not exists ("
                    + "  select from resident lender"
                    + "  where lender.merged_into = r.id and lender.rnokpp = r.rnokpp"
                    + "  and not lender.listed) and not r.listed"
                    + " order by a.id, r.life_state = 'LIVING' desc, r.id")) {
      query.setObject(1, importId);
      var rows = query.executeQuery();
      var pairs = new ArrayList<Pair>();
      while (rows.next()) {
        pairs.add(new Pair(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class)));
      }
      return pairs;
    } catch (SQLException e) {
      throw new IllegalStateException("Residents could not be looked for", e);
    }
  }
}
