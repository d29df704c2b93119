package ua.vidnova.payments.resumption;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import ua.vidnova.payments.identification.Standing;
import ua.vidnova.payments.law.CalendarYearRule;
import ua.vidnova.payments.law.TermBook;
import ua.vidnova.payments.law.TermCode;
import ua.vidnova.payments.resident.Channel;
import ua.vidnova.payments.resident.EvidenceLevel;

/** Finds what still stands in the way of a resumption (Law 1058-IV art. 46 and 49, CMU №299). */
public final class ConditionRules {

  private static final String LATIN = "ABCEHIKMOPTXYÏ";
  private static final String CYRILLIC = "АВСЕНІКМОРТХУЇ";

  private ConditionRules() {}

  /**
   * What the award says of its owner.
   *
   * @param behindAnother another award of the programme, of another record of the person, leads
   */
  public record AwardFacts(
      String rnokpp, String familyName, LocalDate birthDate, boolean behindAnother) {}

  /**
   * What is known of the resident.
   *
   * @param numberClaimedTwice another resident has the same РНОКПП
   * @param standing when the person was identified and declared, under whichever record
   * @param russianPension one is received now
   * @param settlement null while unknown
   * @param channel null while none is chosen; that it does not work now is no bar, the run holds
   *     what cannot be sent
   */
  public record ResidentFacts(
      String rnokpp,
      boolean numberClaimedTwice,
      String familyName,
      LocalDate birthDate,
      EvidenceLevel evidenceLevel,
      Standing standing,
      boolean russianPension,
      String settlement,
      Channel channel,
      boolean deceased,
      boolean missing) {}

  /**
   * Returns what is open, gravest first; empty when the resumption may be proposed.
   *
   * @param today what counts by calendar year is judged on it
   */
  public static List<Condition> open(
      AwardFacts award, ResidentFacts resident, LocalDate today, TermBook law) {
    var open = new ArrayList<Condition>();
    add(open, resident.deceased(), Condition.RESIDENT_DECEASED);
    add(open, award.behindAnother(), Condition.ANOTHER_AWARD);
    add(open, resident.missing(), Condition.RESIDENT_MISSING);
    add(open, !Objects.equals(award.rnokpp(), resident.rnokpp()), Condition.NUMBER_DISAGREES);
    add(open, resident.numberClaimedTwice(), Condition.NUMBER_CLAIMED_TWICE);
    add(open, !award.birthDate().equals(resident.birthDate()), Condition.BIRTH_DATE_DISAGREES);
    add(open, !sameName(award.familyName(), resident.familyName()), Condition.NAME_DISAGREES);
    add(open, !provesIdentity(resident.evidenceLevel()), Condition.EVIDENCE_INSUFFICIENT);
    addStanding(open, resident.standing(), today, law);
    add(open, resident.russianPension(), Condition.RUSSIAN_PENSION_RECEIVED);
    add(open, resident.settlement() == null, Condition.SETTLEMENT_UNKNOWN);
    add(open, resident.channel() == null, Condition.PAYMENT_CHANNEL_MISSING);
    return open;
  }

  /**
   * The same for a resumption without application: the post checks who comes, and neither an
   * identification nor a declaration is asked for yet (CMU №162, №1170 p. 4).
   */
  public static List<Condition> openOfListed(AwardFacts award, ResidentFacts resident) {
    var open = new ArrayList<Condition>();
    add(open, resident.deceased(), Condition.RESIDENT_DECEASED);
    add(open, award.behindAnother(), Condition.ANOTHER_AWARD);
    add(open, resident.missing(), Condition.RESIDENT_MISSING);
    add(open, resident.russianPension(), Condition.RUSSIAN_PENSION_RECEIVED);
    return open;
  }

  /** Nobody's papers were seen while there is no level. */
  private static boolean provesIdentity(EvidenceLevel level) {
    return level != null && level.provesIdentity();
  }

  private static void addStanding(
      List<Condition> open, Standing standing, LocalDate today, TermBook law) {
    var identified = law.on(today, TermCode.IDENTIFICATION_RESUMES_YEARS);
    var declared = law.on(today, TermCode.DECLARATION_RESUMES_YEARS);
    add(
        open,
        !CalendarYearRule.counts(standing.identifiedOn(), today, identified),
        Condition.IDENTIFICATION_OUTDATED);
    add(
        open,
        !CalendarYearRule.counts(standing.declaredOn(), today, declared),
        standing.declaredOn() == null
            ? Condition.DECLARATION_MISSING
            : Condition.DECLARATION_OUTDATED);
  }

  private static void add(List<Condition> open, boolean holds, Condition condition) {
    if (holds) {
      open.add(condition);
    }
  }

  private static boolean sameName(String one, String other) {
    return comparable(one).equals(comparable(other));
  }

  /** Case, apostrophes, hyphens, spaces and Latin look-alikes are slips of typing, not names. */
  private static String comparable(String name) {
    var letters =
        Normalizer.normalize(name, Normalizer.Form.NFC)
            .toUpperCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{M}]", "");
    var cyrillic = new StringBuilder(letters);
    for (var i = 0; i < letters.length(); i++) {
      var lookAlike = LATIN.indexOf(letters.charAt(i));
      if (lookAlike >= 0) {
        cyrillic.setCharAt(i, CYRILLIC.charAt(lookAlike));
      }
    }
    return cyrillic.toString();
  }
}
