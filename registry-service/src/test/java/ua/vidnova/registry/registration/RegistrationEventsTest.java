package ua.vidnova.registry.registration;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.chassis.testing.EventContract;
import ua.vidnova.contracts.identifiers.Sex;
import ua.vidnova.registry.TestPeople;
import ua.vidnova.registry.cases.PensionApplicationSubmitted;
import ua.vidnova.registry.evidence.EvidenceLevel;
import ua.vidnova.registry.household.HouseholdChanged;
import ua.vidnova.registry.lifestate.LifeStateChanged;
import ua.vidnova.registry.merge.ResidentMerged;
import ua.vidnova.registry.merge.ResidentUnmerged;
import ua.vidnova.registry.names.PersonName;
import ua.vidnova.registry.resident.LifeState;
import ua.vidnova.registry.resident.PaymentChannel;

class RegistrationEventsTest {

  private static final UUID RESIDENT = Ids.newId();
  private static final LocalDate DAY = LocalDate.of(2026, 11, 16);

  @Test
  void every_event_is_as_contracts_promises() {
    EventContract.assertSendsWhatItPromises(
        "registry",
        List.of(
            new ResidentRegistered(RESIDENT, TestPeople.ALCHEVSK, DAY),
            LifeStateChanged.of(RESIDENT, LifeState.DECEASED, DAY),
            new ResidentMerged(RESIDENT, Ids.newId(), DAY),
            new ResidentUnmerged(RESIDENT, Ids.newId(), DAY),
            new HouseholdChanged(Ids.newId(), 0, List.of(RESIDENT)),
            new PensionApplicationSubmitted(Ids.newId(), RESIDENT, DAY),
            identity(
                "1873412342",
                "+380500000001",
                new IdentityEstablished.Channel(
                    PaymentChannel.Kind.BANK, "UA283004650000026200000000000"),
                DAY)));
  }

  @ParameterizedTest
  @EnumSource
  void every_life_state_is_told_as_contracts_promises(LifeState state) {
    EventContract.assertMatches(LifeStateChanged.of(RESIDENT, state, DAY));
  }

  @Test
  void what_is_not_known_is_absent() {
    EventContract.assertMatches(
        identity(
            null, null, new IdentityEstablished.Channel(PaymentChannel.Kind.BANK, null), null));
  }

  private static IdentityEstablished identity(
      String rnokpp, String phone, IdentityEstablished.Channel channel, LocalDate declaredOn) {
    return new IdentityEstablished(
        RESIDENT,
        TestPeople.ALCHEVSK,
        new PersonName("Вигаданенко", "Ганна", null),
        TestPeople.BIRTH,
        Sex.FEMALE,
        rnokpp,
        EvidenceLevel.OCCUPATION_ISSUED,
        DAY,
        phone,
        channel,
        declaredOn);
  }
}
