package ua.vidnova.registry.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.contracts.identifiers.Rnokpp;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.registry.TestPeople;
import ua.vidnova.registry.evidence.DocumentType;
import ua.vidnova.registry.evidence.EvidenceLevel;
import ua.vidnova.registry.resident.RnokppAbsence;

/** Facts about one invented woman, each a minute after the one before. */
public final class TestFacts {

  public static final LocalDate SEEN = LocalDate.of(2026, 11, 16);
  public static final String NUMBER = Rnokpp.of(TestPeople.BIRTH, 17, false);
  public static final String OTHER_NUMBER = Rnokpp.of(TestPeople.BIRTH, 18, false);

  private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
  private static final AtomicInteger MINUTES = new AtomicInteger();

  private TestFacts() {}

  /** A fact by evidence of a level, or COURT. */
  public static StatedFact stated(Fact fact, String by) {
    return stated(fact, by, null);
  }

  /** The same, true from a day. */
  public static StatedFact stated(Fact fact, String by, LocalDate since) {
    var court = by.equals("COURT");
    return new StatedFact(
        Ids.newId(),
        fact,
        court ? EvidenceLevel.COPY : EvidenceLevel.valueOf(by),
        court,
        since,
        START.plusSeconds(MINUTES.incrementAndGet()),
        false);
  }

  /** A fact with which she came into the registry. */
  public static StatedFact registered(java.util.UUID statementId, Fact fact) {
    return new StatedFact(
        statementId, fact, EvidenceLevel.ORIGINAL, false, SEEN, START.minusSeconds(60), true);
  }

  public static Fact name(String family) {
    return new Fact.Name(Fact.Name.Use.CURRENT, family, "Ганна", "Прикладівна");
  }

  public static Fact birth(String date) {
    return new Fact.BirthDate(LocalDate.parse(date));
  }

  public static Fact place(String settlement) {
    return new Fact.Residence(Fact.Residence.Use.ACTUAL, settlement, null, null, null, null);
  }

  public static Fact passport(String number) {
    return new Fact.Document(DocumentType.PASSPORT, number, null, null, null);
  }

  public static Fact life(Fact.LifeEvent.Event event, String on) {
    return new Fact.LifeEvent(event, LocalDate.parse(on));
  }

  public static Fact retraction(StatedFact of) {
    return new Fact.Retraction(of.statementId(), null, null, "Помилка запису");
  }

  public static Fact answer(StatedFact to, boolean accepted) {
    return new Fact.Answer(Ids.newId(), to.statementId(), accepted, "Перевірено");
  }

  /** Two values that a slot can hold, called A and B; the absences by their names. */
  static Fact value(Slot slot, String called) {
    var a = called.startsWith("A");
    return switch (slot) {
      case NAME -> name(a ? "Перша" : "Друга");
      case BIRTH_DATE -> birth(a ? "1951-04-17" : "1951-04-18");
      case SEX -> new Fact.OfSex(a ? Sex.FEMALE : Sex.MALE);
      case RNOKPP ->
          called.length() == 1
              ? new Fact.Rnokpp(a ? NUMBER : OTHER_NUMBER, null)
              : new Fact.Rnokpp(null, RnokppAbsence.valueOf(called));
      case UNZR -> new Fact.Unzr(a ? "19510417-00123" : "19510417-00124");
      case RESIDENCE, REGISTERED_RESIDENCE ->
          new Fact.Residence(
              slot == Slot.RESIDENCE ? Fact.Residence.Use.ACTUAL : Fact.Residence.Use.REGISTERED,
              a ? TestPeople.ALCHEVSK : TestPeople.SIVERSKODONETSK,
              called.endsWith("street") ? "вул. Вигадана" : null,
              null,
              null,
              null);
      case PHONE -> new Fact.Phone(a ? "+380500000001" : "+380500000002");
      case EMAIL -> new Fact.Email(a ? "a@example.com" : "b@example.com");
      case PAYMENT_CHANNEL, NO_RUSSIAN_PENSION ->
          throw new IllegalArgumentException("No values of " + slot);
    };
  }
}
