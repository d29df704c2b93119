package ua.vidnova.payments.resumption;

import java.util.List;
import java.util.Optional;
import ua.vidnova.payments.award.Award;
import ua.vidnova.payments.channel.WayReason;
import ua.vidnova.payments.derivation.ArrearsMonth;
import ua.vidnova.payments.identification.Standing;
import ua.vidnova.payments.resident.Resident;

/**
 * A resumption with all that a decision needs.
 *
 * @param resident under whom the person is known
 * @param openConditions what stands in the way now; empty once decided
 * @param standing when the person was last identified and last declared
 * @param arrears as proposed, or as they would be proposed today
 * @param hold why a payment would not be sent today; empty when it would, or once decided
 */
public record CaseFile(
    Resumption resumption,
    Award award,
    Resident resident,
    Standing standing,
    List<Condition> openConditions,
    List<ArrearsMonth> arrears,
    Optional<WayReason> hold) {}
