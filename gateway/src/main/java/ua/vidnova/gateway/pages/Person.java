package ua.vidnova.gateway.pages;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.contracts.reference.Territory;
import ua.vidnova.gateway.callers.Caller;

/**
 * A signed-in person in words.
 *
 * @param roles the roles that Vidnova knows, in Ukrainian
 * @param territories names of the territories that bound the person
 */
public record Person(String name, List<String> roles, List<String> territories) {

  private static final Map<String, String> ROLES =
      Map.of(
          "registrar", "Мобільний адміністратор",
          "medic", "Медик мобільної бригади",
          "brigade-lead", "Керівник мобільної бригади",
          "payments-officer", "Спеціаліст з виплат",
          "payments-approver", "Затверджувач виплат",
          "coordinator", "Координатор",
          "auditor", "Аудитор",
          "administrator", "Адміністратор системи",
          "protection-officer", "Відповідальний за захист осіб");

  static Person of(Caller caller) {
    return new Person(
        caller.name(),
        caller.roles().stream().map(ROLES::get).filter(role -> role != null).sorted().toList(),
        caller.hromadas().stream().map(Person::territory).toList());
  }

  private static String territory(String code) {
    Optional<Territory> known = Territories.ukraine().find(code);
    return known.map(Person::named).orElse(code);
  }

  private static String named(Territory territory) {
    var name = territory.nameUk();
    return switch (territory.category()) {
      case "O" -> name + " область";
      case "P" -> name + " район";
      case "H" -> name + " територіальна громада";
      case "K", "M" -> "м. " + name;
      case "X" -> "с-ще " + name;
      case "C" -> "с. " + name;
      default -> name;
    };
  }
}
