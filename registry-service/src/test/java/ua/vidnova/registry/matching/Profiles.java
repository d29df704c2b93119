package ua.vidnova.registry.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.registry.TestPeople;
import ua.vidnova.registry.names.PersonName;

/** Invented records, changed one thing at a time. */
final class Profiles {

  private Profiles() {}

  /** A man of Alchevsk with a whole name and date, and without any number. */
  static MatchProfile man(String family, String given, String patronymic, String birthDate) {
    return of(family, given, patronymic, birthDate, Sex.MALE);
  }

  /** A woman of Alchevsk with a whole name and date, and without any number. */
  static MatchProfile woman(String family, String given, String patronymic, String birthDate) {
    return of(family, given, patronymic, birthDate, Sex.FEMALE);
  }

  private static MatchProfile of(
      String family, String given, String patronymic, String birthDate, Sex sex) {
    return new MatchProfile(
        UUID.randomUUID(),
        new PersonName(family, given, patronymic),
        List.of(),
        PartialDate.of(LocalDate.parse(birthDate)),
        sex,
        null,
        List.of(),
        null,
        TestPeople.ALCHEVSK);
  }

  static MatchProfile born(MatchProfile p, PartialDate birthDate) {
    return copy(p, p.otherNames(), birthDate, p.rnokpp(), p.documents(), p.phone());
  }

  static MatchProfile numbered(MatchProfile p, String rnokpp) {
    return copy(p, p.otherNames(), p.birthDate(), rnokpp, p.documents(), p.phone());
  }

  static MatchProfile with(MatchProfile p, DocumentKey document) {
    var documents = new ArrayList<>(p.documents());
    documents.add(document);
    return copy(p, p.otherNames(), p.birthDate(), p.rnokpp(), documents, p.phone());
  }

  static MatchProfile calling(MatchProfile p, String phone) {
    return copy(p, p.otherNames(), p.birthDate(), p.rnokpp(), p.documents(), phone);
  }

  static MatchProfile formerly(MatchProfile p, String family) {
    var former = new PersonName(family, p.name().given(), p.name().patronymic());
    return copy(p, List.of(former), p.birthDate(), p.rnokpp(), p.documents(), p.phone());
  }

  static MatchProfile livingIn(MatchProfile p, String settlement) {
    return new MatchProfile(
        p.id(),
        p.name(),
        p.otherNames(),
        p.birthDate(),
        p.sex(),
        p.rnokpp(),
        p.documents(),
        p.phone(),
        settlement);
  }

  private static MatchProfile copy(
      MatchProfile p,
      List<PersonName> otherNames,
      PartialDate birthDate,
      String rnokpp,
      List<DocumentKey> documents,
      String phone) {
    return new MatchProfile(
        p.id(), p.name(), otherNames, birthDate, p.sex(), rnokpp, documents, phone, p.settlement());
  }
}
