package ua.vidnova.localstack.demo;

import java.util.List;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.contracts.reference.Territory;

/** Where the demo plays: a hromada of Luhansk oblast that bounds registrar and medic. */
final class Place {
  /** Новоайдарська територіальна громада. */
  static final String HROMADA = "UA44160030000020916";

  /** Новоайдар, the hromada's centre. */
  static final Territory SETTLEMENT =
      Territories.ukraine().find("UA44160030010058180").orElseThrow();

  /** Діброва, a village of the Кремінська hromada; its residents get one-off aid. */
  static final Territory VILLAGE = Territories.ukraine().find("UA44120030080091382").orElseThrow();

  /** Every settlement of the hromada. */
  static final List<String> SETTLEMENTS =
      Territories.ukraine()
          .all()
          .filter(Territory::isSettlement)
          .map(Territory::code)
          .filter(code -> Territories.ukraine().isWithin(code, HROMADA))
          .toList();

  private Place() {}
}
