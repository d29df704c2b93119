package ua.vidnova.payments.awardimport;

import ua.vidnova.contracts.identifiers.Rnokpp;
import ua.vidnova.payments.award.Award;
import ua.vidnova.payments.award.AwardFacts;

/**
 * The facts of a pension as its organisation states them: all that a derivation takes and that says
 * nothing of who the person is or since when they are unpaid.
 *
 * @param monthlyAmountMinor kopiykas at the stop
 */
public record StatedFacts(long monthlyAmountMinor, PensionDetails details) {

  /** What a derivation of an award takes once these are its facts. */
  public AwardFacts of(Award award) {
    var known = award.facts();
    return new AwardFacts(
        details.kind(),
        details.grantedOn(),
        details.baseAmountMinor(),
        monthlyAmountMinor,
        details.insuranceYears(),
        details.working(),
        details.sex() == null ? Rnokpp.sex(award.rnokpp()) : details.sex(),
        known.birthDate(),
        known.firstUnpaidMonth());
  }

  @Override
  public String toString() {
    return "StatedFacts[withheld]";
  }
}
