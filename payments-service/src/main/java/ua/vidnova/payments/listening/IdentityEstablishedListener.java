package ua.vidnova.payments.listening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import ua.vidnova.chassis.events.EventHandler;
import ua.vidnova.chassis.events.IncomingEvent;
import ua.vidnova.payments.matching.MatchAwards;
import ua.vidnova.payments.reconciliation.OpenDifferences;
import ua.vidnova.payments.resident.Channel;
import ua.vidnova.payments.resident.EvidenceLevel;
import ua.vidnova.payments.resident.Identity;
import ua.vidnova.payments.resident.Resident;

/** Who a resident is was established: a dormant award may be theirs. */
@ApplicationScoped
public class IdentityEstablishedListener
    implements EventHandler<IdentityEstablishedListener.IdentityEstablished> {

  /** The part of the event that payments needs. */
  public record IdentityEstablished(
      UUID residentId,
      String settlement,
      Name name,
      LocalDate birthDate,
      String rnokpp,
      EvidenceLevel evidenceLevel,
      LocalDate identifiedOn,
      String phone,
      PaymentChannel paymentChannel,
      LocalDate noRussianPensionDeclaredOn) {

    /** The person's name in Ukrainian. */
    public record Name(String family, String given, String patronymic) {}

    /** How the person prefers to be paid. */
    public record PaymentChannel(Channel kind, String iban) {}

    Identity identity() {
      return new Identity(
          settlement,
          name.family(),
          name.given(),
          name.patronymic(),
          birthDate,
          rnokpp,
          evidenceLevel,
          identifiedOn,
          phone,
          paymentChannel == null ? null : paymentChannel.kind(),
          paymentChannel == null ? null : paymentChannel.iban(),
          noRussianPensionDeclaredOn);
    }
  }

  private final MatchAwards matchAwards;
  private final OpenDifferences openDifferences;

  @Inject
  IdentityEstablishedListener(MatchAwards matchAwards, OpenDifferences openDifferences) {
    this.matchAwards = matchAwards;
    this.openDifferences = openDifferences;
  }

  @Override
  public String type() {
    return "ua.vidnova.registry.IdentityEstablished.v1";
  }

  @Override
  public Class<IdentityEstablished> dataType() {
    return IdentityEstablished.class;
  }

  @Override
  public void handle(IncomingEvent<IdentityEstablished> event) {
    var resident = Resident.getOrMakeLocked(event.data().residentId());
    if (resident.learn(event.data().identity(), event.time())) {
      openDifferences.lapseMoved(resident.id());
      matchAwards.matchResident(resident);
    }
  }
}
