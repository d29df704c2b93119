package ua.vidnova.medical.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import ua.vidnova.medical.resident.PersonName;
import ua.vidnova.medical.visit.Referral;

/**
 * A referral of which nobody has said what became of it; never why it was made.
 *
 * @param id as the last revision of the visit has it
 * @param residentId the record under which the person is known
 * @param name null while it is not known
 * @param settlement KATOTTG code of where the person lives
 * @param referredOn Kyiv's date of the visit
 * @param ageDays since that day
 */
@Schema(name = "OpenReferral")
public record OpenReferral(
    UUID id,
    UUID visitId,
    UUID residentId,
    PersonName name,
    String settlement,
    Referral.Kind kind,
    String destination,
    String speciality,
    Referral.Urgency urgency,
    Referral.Transport transport,
    Instant visitStartedAt,
    LocalDate referredOn,
    long ageDays) {}
