package ua.vidnova.bench.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import ua.vidnova.bench.people.Language;
import ua.vidnova.bench.people.Paper;
import ua.vidnova.bench.people.Person;
import ua.vidnova.bench.people.Settlements;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.registry.evidence.EvidenceLevel;
import ua.vidnova.registry.matching.DocumentKey;
import ua.vidnova.registry.matching.MatchProfile;
import ua.vidnova.registry.matching.PartialDate;
import ua.vidnova.registry.names.PersonName;

/**
 * A record of a person while it is being written down, well or badly. Two kinds begin differently:
 * what an office has on file, and what a brigade notes at a door.
 */
final class Draft {
  final UUID id;
  final Person person;
  String family;
  String given;
  String patronymic;
  List<PersonName> otherNames = new ArrayList<>();
  Integer year;
  Integer month;
  Integer day;
  Sex sex;
  String rnokpp;
  List<DocumentKey> documents = new ArrayList<>();
  String phone;
  String settlement;

  private Draft(Person person, RandomGenerator random) {
    this.person = person;
    id = new UUID(random.nextLong(), random.nextLong());
    name(person.name().in(Language.UKRAINIAN, person.sex()));
    year = person.birthDate().getYear();
    month = person.birthDate().getMonthValue();
    day = person.birthDate().getDayOfMonth();
    sex = person.sex();
    settlement = person.settlement();
  }

  /** What an office has on file: mostly complete, in Ukrainian. */
  static Draft onFile(Person person, RandomGenerator random) {
    var draft = new Draft(person, random);
    draft.rnokpp = sometimes(0.9, person.rnokpp(), random);
    draft.papers(0.8, 0.05, random);
    draft.phone = sometimes(0.6, person.phone(), random);
    return draft;
  }

  /**
   * What a brigade notes at a door: every second time without any number, since papers were lost,
   * and one in five people somewhere else than before.
   */
  static Draft atTheDoor(Person person, RandomGenerator random) {
    var draft = new Draft(person, random);
    if (random.nextBoolean()) {
      draft.rnokpp = sometimes(0.8, person.rnokpp(), random);
      draft.papers(0.7, 0.5, random);
    }
    draft.phone = sometimes(0.8, person.phone(), random);
    if (random.nextDouble() < 0.2) {
      draft.settlement = Settlements.any(random);
    }
    return draft;
  }

  private void papers(double identifying, double occupation, RandomGenerator random) {
    for (Paper paper : person.papers()) {
      boolean issuedUnderOccupation = paper.level() == EvidenceLevel.OCCUPATION_ISSUED;
      if (random.nextDouble() < (issuedUnderOccupation ? occupation : identifying)) {
        documents.add(new DocumentKey(paper.type(), paper.number()));
      }
    }
  }

  private static String sometimes(double chance, String value, RandomGenerator random) {
    return random.nextDouble() < chance ? value : null;
  }

  PersonName name() {
    return new PersonName(family, given, patronymic);
  }

  void name(PersonName name) {
    family = name.family();
    given = name.given();
    patronymic = name.patronymic();
  }

  void dropNumbers() {
    rnokpp = null;
    documents.clear();
  }

  /** Whether both bear the same number of a taxpayer or of a paper. */
  boolean sharesNumberWith(Draft other) {
    return (rnokpp != null && rnokpp.equals(other.rnokpp))
        || documents.stream().anyMatch(other.documents::contains);
  }

  MatchProfile profile() {
    return new MatchProfile(
        id,
        name(),
        otherNames,
        year == null ? null : new PartialDate(year, month, month == null ? null : day),
        sex,
        rnokpp,
        documents,
        phone,
        settlement);
  }
}
