package ua.vidnova.coordination.settlement.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.contracts.reference.Territory;
import ua.vidnova.coordination.settlement.SettlementStatus;
import ua.vidnova.coordination.settlement.SettlementStatusEntry;
import ua.vidnova.coordination.settlement.Status;

/**
 * A settlement as callers see it.
 *
 * @param nameLatin by CMU №55
 * @param category M city, X селище, C village, K special city
 * @param within hromada, raion and oblast, nearest first
 * @param status null while nobody has said it
 */
public record SettlementView(
    String katottg,
    String name,
    String nameLatin,
    String category,
    List<Place> within,
    StatusView status) {

  /** A territory around it. */
  public record Place(String katottg, String category, String name) {

    static Place of(Territory territory) {
      return new Place(territory.code(), territory.category(), territory.nameUk());
    }
  }

  /** Status and the first day of it. */
  public record StatusView(Status status, LocalDate effectiveOn, int version) {

    static StatusView of(SettlementStatus status) {
      return new StatusView(status.status(), status.effectiveOn(), status.version());
    }
  }

  /** One line of the history. */
  public record EntryView(
      Status status, LocalDate effectiveOn, String source, Instant recordedAt, String recordedBy) {

    static EntryView of(SettlementStatusEntry entry) {
      return new EntryView(
          entry.status(),
          entry.effectiveOn(),
          entry.source(),
          entry.recordedAt(),
          entry.recordedBy());
    }
  }

  static SettlementView of(Territory settlement, Optional<SettlementStatus> status) {
    return new SettlementView(
        settlement.code(),
        settlement.nameUk(),
        settlement.nameLat(),
        settlement.category(),
        Territories.ukraine().lineage(settlement.code()).skip(1).map(Place::of).toList(),
        status.map(StatusView::of).orElse(null));
  }
}
