package ua.vidnova.registry.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import ua.vidnova.contracts.reference.Territories;
import ua.vidnova.contracts.reference.Territory;
import ua.vidnova.registry.matching.spelling.Spelling;
import ua.vidnova.registry.names.PersonName;

/**
 * A profile whose names have been read once, so that it can be compared with many.
 *
 * @param name family name, given name, patronymic
 * @param otherNames the same of each other name
 * @param hromada of the settlement; empty when unknown
 */
record ComparableProfile(
    MatchProfile profile, List<Spelling> name, List<List<Spelling>> otherNames, String hromada) {

  static final int FAMILY = 0;
  static final int GIVEN = 1;
  static final int PATRONYMIC = 2;

  static ComparableProfile of(MatchProfile profile) {
    return new ComparableProfile(
        profile,
        spellings(profile.name()),
        profile.otherNames().stream().map(ComparableProfile::spellings).toList(),
        profile.settlement() == null
            ? ""
            : Territories.ukraine()
                .hromadaOf(profile.settlement())
                .map(Territory::code)
                .orElse(""));
  }

  Spelling part(int part) {
    return name.get(part);
  }

  /** Every spelling that a part of the name has, the present one first. */
  List<Spelling> everKnownAs(int part) {
    var all = new ArrayList<Spelling>(1 + otherNames.size());
    all.add(name.get(part));
    otherNames.forEach(other -> all.add(other.get(part)));
    all.removeIf(Spelling::isMissing);
    return all;
  }

  private static List<Spelling> spellings(PersonName name) {
    return Stream.of(name.family(), name.given(), name.patronymic()).map(Spelling::of).toList();
  }
}
