package ua.vidnova.medical.fhir.mapping;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestIntent;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestPriority;
import org.hl7.fhir.r4.model.ServiceRequest.ServiceRequestStatus;
import ua.vidnova.medical.referral.ReferralKey;
import ua.vidnova.medical.referral.ReferralOutcome;
import ua.vidnova.medical.visit.Referral;
import ua.vidnova.medical.visit.Visit;

/** Referrals of a visit as FHIR ServiceRequests; the transport is the order's detail. */
public final class ReferralMapping {

  public static final String KINDS = "urn:vidnova:referral";
  public static final String TRANSPORTS = "urn:vidnova:transport";

  private ReferralMapping() {}

  public static List<ServiceRequest> of(Visit visit, UUID personId) {
    return visit.factsOnDemand().referrals().stream()
        .map(one -> of(visit, one).setSubject(FhirTypes.patient(personId)))
        .toList();
  }

  private static ServiceRequest of(Visit visit, Referral referral) {
    var request = new ServiceRequest();
    request.setId(referral.id().toString());
    request.getMeta().setLastUpdatedElement(FhirTypes.instant(visit.recordedAt()));
    request.setStatus(
        visit.isWithdrawn() ? ServiceRequestStatus.ENTEREDINERROR : ServiceRequestStatus.ACTIVE);
    request.setIntent(ServiceRequestIntent.ORDER);
    request.setPriority(
        switch (referral.urgency()) {
          case ROUTINE -> ServiceRequestPriority.ROUTINE;
          case URGENT -> ServiceRequestPriority.URGENT;
          case EMERGENCY -> ServiceRequestPriority.STAT;
        });
    request.setCode(concept(KINDS, referral.kind()).setText(title(referral.kind())));
    request.addOrderDetail(concept(TRANSPORTS, referral.transport()));
    request.setEncounter(FhirTypes.encounter(visit.id()));
    request.setAuthoredOnElement(FhirTypes.dateTime(visit.startedAt()));
    request.setRequester(FhirTypes.medic(visit));
    request.addPerformer(
        new Reference().setType("Organization").setDisplay(referral.destination()));
    if (referral.speciality() != null) {
      request.setPerformerType(new CodeableConcept().setText(referral.speciality()));
    }
    if (referral.reason() != null) {
      request.addReasonCode(new CodeableConcept().setText(referral.reason()));
    }
    return request;
  }

  /**
   * Completes the ServiceRequests of visits with what became of the referrals. A withdrawn visit's
   * stay entered in error.
   *
   * @param outcomes the last of each referral; open ones are not in it
   */
  public static void complete(
      Collection<ServiceRequest> requests,
      Collection<Visit> visits,
      Map<ReferralKey, ReferralOutcome> outcomes) {
    var byId = requests.stream().collect(Collectors.toMap(ServiceRequest::getIdPart, one -> one));
    for (var visit : visits) {
      for (var referral : visit.factsOnDemand().referrals()) {
        var request = byId.get(referral.id().toString());
        var outcome = outcomes.get(ReferralKey.of(visit.id(), referral));
        if (request != null && outcome != null) {
          complete(request, visit, outcome);
        }
      }
    }
  }

  private static void complete(ServiceRequest request, Visit visit, ReferralOutcome outcome) {
    if (!visit.isWithdrawn()) {
      request.setStatus(
          switch (outcome.kind()) {
            case COMPLETED -> ServiceRequestStatus.COMPLETED;
            case DECLINED, NOT_NEEDED, NOT_POSSIBLE -> ServiceRequestStatus.REVOKED;
          });
    }
    request
        .addNote()
        .setTimeElement(FhirTypes.dateTime(outcome.recordedAt()))
        .setText(outcome.kind() + " " + outcome.on() + outcome.note().map(": "::concat).orElse(""));
    if (outcome.recordedAt().isAfter(visit.recordedAt())) {
      request.getMeta().setLastUpdatedElement(FhirTypes.instant(outcome.recordedAt()));
    }
  }

  private static String title(Referral.Kind kind) {
    return switch (kind) {
      case CARE -> "Referral for care";
      case DISABILITY_ASSESSMENT -> "Referral for assessment of disability";
    };
  }

  private static CodeableConcept concept(String system, Enum<?> code) {
    return new CodeableConcept(new Coding().setSystem(system).setCode(code.name()));
  }
}
