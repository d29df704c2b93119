package ua.vidnova.registry.registration;

import java.time.LocalDate;
import java.util.UUID;
import ua.vidnova.chassis.events.OutgoingEvent;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.registry.contact.PhoneNumber;
import ua.vidnova.registry.evidence.EvidenceLevel;
import ua.vidnova.registry.names.PersonName;
import ua.vidnova.registry.resident.PaymentChannel;
import ua.vidnova.registry.resident.Resident;

/**
 * Tells who a resident is, at the evidence level that it carries, to those who need names and
 * accounts. A person who stated no preference is paid by the post, which needs no account.
 */
public record IdentityEstablished(
    UUID residentId,
    String settlement,
    PersonName name,
    LocalDate birthDate,
    Sex sex,
    String rnokpp,
    EvidenceLevel evidenceLevel,
    LocalDate identifiedOn,
    String phone,
    Channel paymentChannel,
    LocalDate noRussianPensionDeclaredOn)
    implements OutgoingEvent {

  /** The preferred channel. */
  public record Channel(PaymentChannel.Kind kind, String iban) {}

  /** Tells of a resident as the registry knows them now. */
  public static IdentityEstablished of(Resident resident) {
    return new IdentityEstablished(
        resident.id(),
        resident.settlement(),
        resident.name(),
        resident.birthDate(),
        resident.sex(),
        resident.rnokpp().orElse(null),
        resident.evidenceLevel(),
        resident.identifiedOn(),
        resident.phone().filter(PhoneNumber::isUkrainian).orElse(null),
        resident
            .paymentChannel()
            .map(channel -> new Channel(channel.kind(), channel.iban()))
            .orElse(null),
        resident.noRussianPensionDeclaredOn().orElse(null));
  }

  @Override
  public String topic() {
    return "registry.identity";
  }

  @Override
  public String type() {
    return "ua.vidnova.registry.IdentityEstablished.v1";
  }

  @Override
  public String key() {
    return residentId.toString();
  }
}
