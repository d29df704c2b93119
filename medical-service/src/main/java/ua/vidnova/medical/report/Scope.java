package ua.vidnova.medical.report;

import java.util.List;
import java.util.UUID;

/** Whose visits are counted. */
public sealed interface Scope {

  /** For people to read. */
  String name();

  /**
   * Visits in the settlements of a territory, whoever made them.
   *
   * @param code KATOTTG code of any level
   */
  record Area(String code, String name, List<String> settlements) implements Scope {}

  /** Visits of a brigade's trips, wherever they were. */
  record Brigade(UUID id, String name) implements Scope {}

  /** Visits of one trip. */
  record Trip(UUID id, UUID brigadeId, String name) implements Scope {}
}
