package ua.vidnova.registry.matching;

import static ua.vidnova.registry.matching.ComparableProfile.FAMILY;
import static ua.vidnova.registry.matching.ComparableProfile.GIVEN;
import static ua.vidnova.registry.matching.ComparableProfile.PATRONYMIC;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.registry.matching.spelling.Spelling;
import ua.vidnova.registry.matching.spelling.SpellingRules;

/** Decides how two whole names agree, part by part. Symmetric; the examples are in its test. */
final class NameRules {

  private static final Set<Agreement> ONE_NAME =
      EnumSet.of(Agreement.EQUAL, Agreement.RUSSIAN, Agreement.LATIN, Agreement.SOUND);

  private static final Set<Agreement> POOR =
      EnumSet.of(Agreement.FAINT, Agreement.UNKNOWN, Agreement.DIFFERENT, Agreement.MISSING);

  /** Orders of family name, given name and patronymic in which a form can be filled by mistake. */
  private static final int[][] ORDERS = {{1, 0, 2}, {0, 2, 1}, {2, 1, 0}, {1, 2, 0}, {2, 0, 1}};

  private NameRules() {}

  /** The agreement of family name, given name and patronymic, in this order. */
  static Agreement[] compare(ComparableProfile a, ComparableProfile b) {
    var parts = new Agreement[3];
    for (int part = FAMILY; part <= PATRONYMIC; part++) {
      parts[part] = compare(part, a.part(part), b.part(part));
      if (!ONE_NAME.contains(parts[part]) && agreeInAnotherName(part, a, b)) {
        parts[part] = Agreement.FORMER;
      }
    }
    markSwapped(parts, a, b);
    if (parts[FAMILY] == Agreement.DIFFERENT && areWomen(a, b)) {
      parts[FAMILY] = Agreement.DIFFERENT_WOMAN;
    }
    return parts;
  }

  private static Agreement compare(int part, Spelling a, Spelling b) {
    return switch (part) {
      case FAMILY -> SpellingRules.families(a, b);
      case GIVEN -> SpellingRules.givens(a, b);
      default -> SpellingRules.patronymics(a, b);
    };
  }

  private static boolean agreeInAnotherName(int part, ComparableProfile a, ComparableProfile b) {
    return !(a.otherNames().isEmpty() && b.otherNames().isEmpty())
        && a.everKnownAs(part).stream()
            .anyMatch(
                one ->
                    b.everKnownAs(part).stream()
                        .anyMatch(other -> ONE_NAME.contains(compare(part, one, other))));
  }

  private static void markSwapped(Agreement[] parts, ComparableProfile a, ComparableProfile b) {
    if (!markSwapped(parts, a, b, Agreement.SWAPPED)) {
      markSwapped(parts, a, b, Agreement.SWAPPED_SIMILAR);
    }
  }

  private static boolean markSwapped(
      Agreement[] parts, ComparableProfile a, ComparableProfile b, Agreement level) {
    for (var order : ORDERS) {
      if (fits(order, parts, a.name(), b.name(), level)) {
        for (int part = FAMILY; part <= PATRONYMIC; part++) {
          parts[part] = order[part] == part ? parts[part] : level;
        }
        return true;
      }
    }
    return false;
  }

  /** Whether the words in other fields are each other's; all, or all but a slip in one of them. */
  private static boolean fits(
      int[] order, Agreement[] parts, List<Spelling> a, List<Spelling> b, Agreement level) {
    var slips = level == Agreement.SWAPPED ? 0 : 1;
    for (int part = FAMILY; part <= PATRONYMIC; part++) {
      if (order[part] == part) {
        continue;
      }
      var one = a.get(part);
      var other = b.get(order[part]);
      if (!POOR.contains(parts[part])) {
        return false;
      }
      if (!SpellingRules.areOneName(one, other)
          && (--slips < 0 || !SpellingRules.areAlike(one, other))) {
        return false;
      }
    }
    return true;
  }

  private static boolean areWomen(ComparableProfile a, ComparableProfile b) {
    var one = a.profile().sex();
    var other = b.profile().sex();
    return one != Sex.MALE && other != Sex.MALE && (one == Sex.FEMALE || other == Sex.FEMALE);
  }
}
