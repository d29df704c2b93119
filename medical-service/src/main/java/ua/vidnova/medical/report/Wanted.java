package ua.vidnova.medical.report;

import java.util.UUID;

/** Whose report is asked for. */
public sealed interface Wanted {

  /** A territory's by its KATOTTG code, of any level. */
  record OfTerritory(String code) implements Wanted {}

  record OfBrigade(UUID id) implements Wanted {}

  record OfTrip(UUID id) implements Wanted {}
}
