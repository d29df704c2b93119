package ua.vidnova.medical.referral;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import ua.vidnova.medical.visit.Referral;

/**
 * What a referral is known by through all revisions of its visit, in each of which it has another
 * id. One that a correction sends elsewhere, or for something else, is another referral.
 *
 * @param visitId the visit's, of its first revision
 * @param speciality may be null
 */
@Embeddable
public record ReferralKey(
    UUID visitId,
    @Enumerated(EnumType.STRING) @Column(name = "referral_kind") Referral.Kind referralKind,
    String destination,
    String speciality) {

  public static ReferralKey of(UUID visitId, Referral referral) {
    return new ReferralKey(visitId, referral.kind(), referral.destination(), referral.speciality());
  }
}
