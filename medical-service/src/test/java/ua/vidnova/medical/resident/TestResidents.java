package ua.vidnova.medical.resident;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import ua.vidnova.chassis.ids.Ids;
import ua.vidnova.contracts.identifiers.Sex;

/** Residents that the clinic has heard of, put straight into its database. */
public final class TestResidents {

  /** Алчевськ. */
  public static final String SETTLEMENT = "UA44020010010037242";

  /** Алчевська міська територіальна громада. */
  public static final String HROMADA = "UA44020010000067642";

  /** Зимогір’я, in another hromada of the same raion. */
  public static final String OTHER_SETTLEMENT = "UA44020030010028948";

  /** Зимогір’ївська міська територіальна громада. */
  public static final String OTHER_HROMADA = "UA44020030000055937";

  public static final LocalDate BORN_ON = LocalDate.of(1951, 4, 17);

  private static final Instant AS_OF = Instant.parse("2026-01-10T08:00:00Z");

  private TestResidents() {}

  /** A woman who lives in {@link #SETTLEMENT}. */
  public static UUID living() {
    return livingIn(SETTLEMENT);
  }

  public static UUID livingIn(String settlement) {
    return heardOf(settlement, BORN_ON, Sex.FEMALE);
  }

  public static UUID bornOn(LocalDate day) {
    return heardOf(SETTLEMENT, day, Sex.FEMALE);
  }

  /** A man of {@link #SETTLEMENT}. */
  public static UUID manBornOn(LocalDate day) {
    return heardOf(SETTLEMENT, day, Sex.MALE);
  }

  private static UUID heardOf(String settlement, LocalDate bornOn, Sex sex) {
    var id = Ids.newId();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              var resident = Resident.heardOf(id);
              resident.livesIn(settlement, AS_OF);
              resident.isIdentifiedAs(
                  new PersonName("Вигаданенко", "Ганна", "Прикладівна"), bornOn, sex, AS_OF);
            });
    return id;
  }

  /** A resident whose identity has not been told yet. */
  public static UUID withoutIdentity() {
    var id = Ids.newId();
    QuarkusTransaction.requiringNew().run(() -> Resident.heardOf(id).livesIn(SETTLEMENT, AS_OF));
    return id;
  }

  public static UUID deceasedOn(LocalDate day) {
    var id = living();
    QuarkusTransaction.requiringNew()
        .run(() -> Resident.heardOf(id).isNow(LifeState.DECEASED, day, AS_OF));
    return id;
  }

  /** Registry tells that a record is of the same person as the survivor. */
  public static void merge(UUID id, UUID survivor) {
    QuarkusTransaction.requiringNew()
        .run(() -> Resident.heardOf(id).isMergedInto(survivor, AS_OF.plusSeconds(60)));
  }

  /** Registry tells that the resident now lives elsewhere. */
  public static void moves(UUID id, String settlement) {
    QuarkusTransaction.requiringNew()
        .run(() -> Resident.heardOf(id).livesIn(settlement, AS_OF.plusSeconds(60)));
  }

  /** Registry tells that the resident died. */
  public static void dies(UUID id, LocalDate day) {
    QuarkusTransaction.requiringNew()
        .run(() -> Resident.heardOf(id).isNow(LifeState.DECEASED, day, AS_OF.plusSeconds(60)));
  }
}
