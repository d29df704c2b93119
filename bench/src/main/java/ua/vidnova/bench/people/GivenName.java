package ua.vidnova.bench.people;

import ua.vidnova.contracts.identifiers.Sex;

/**
 * A given name in both languages.
 *
 * @param children what it gives to sons and daughters; null for a woman's name
 */
public record GivenName(String uk, String ru, Patronymics children) {

  /** Patronymics made from a father's name. */
  record Patronymics(String sonUk, String daughterUk, String sonRu, String daughterRu) {}

  public String in(Language language) {
    return language == Language.UKRAINIAN ? uk : ru;
  }

  /** The patronymic of this father's child. */
  public String patronymic(Sex child, Language language) {
    boolean son = child == Sex.MALE;
    return switch (language) {
      case UKRAINIAN -> son ? children.sonUk() : children.daughterUk();
      case RUSSIAN -> son ? children.sonRu() : children.daughterRu();
    };
  }
}
