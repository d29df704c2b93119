package ua.vidnova.medical.visit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Brings what was said of a visit into its one form, so that the same visit is recognised however
 * it was written down: no blank texts, no nulls for "none", milliseconds, items in order, an id for
 * every part.
 */
final class OneForm {

  /** "Other diagnosis, not specified above": what a visit is that names nothing above it. */
  static final int OTHER_DIAGNOSIS = 29;

  private static final int FIRST_DIAGNOSIS = 4;
  private static final Map<Integer, Protection.Flag> PROTECTION_OF_ITEM =
      Map.of(
          47, Protection.Flag.VULNERABLE_CHILD,
          48, Protection.Flag.VULNERABLE_ADULT,
          49, Protection.Flag.SEXUAL_VIOLENCE,
          50, Protection.Flag.VIOLENCE);

  private static final Comparator<Protection> BY_FLAG =
      Comparator.comparing(
          Protection::flag, Comparator.nullsFirst(Comparator.<Protection.Flag>naturalOrder()));

  private final UUID revisionId;
  private final boolean partsAreNew;

  private OneForm(UUID revisionId, boolean partsAreNew) {
    this.revisionId = revisionId;
    this.partsAreNew = partsAreNew;
  }

  /**
   * The same facts in their one form.
   *
   * @param revisionId from which the ids of parts follow that have none
   */
  static VisitFacts of(UUID revisionId, VisitFacts said) {
    return new OneForm(revisionId, false).tidy(said);
  }

  /** Recorded facts for another revision, in which every part has a new id. */
  static VisitFacts withNewParts(UUID revisionId, VisitFacts recorded) {
    return new OneForm(revisionId, true).tidy(recorded);
  }

  private VisitFacts tidy(VisitFacts said) {
    var items = present(said.mdsItems());
    return new VisitFacts(
        said.residentId(),
        said.tripId(),
        said.settlement(),
        millis(said.startedAt()),
        millis(said.endedAt()),
        said.seen() == null ? Seen.NOTHING_NOTED : said.seen(),
        text(said.complaint()),
        said.vitals() == null ? Vitals.NOT_MEASURED : said.vitals(),
        present(said.reasons()).stream()
            .map(one -> new Reason(text(one.code()), text(one.text())))
            .toList(),
        present(said.diagnoses()).stream().map(OneForm::tidy).toList(),
        present(said.actions()).stream()
            .map(one -> new CareAction(text(one.code()), text(one.text())))
            .toList(),
        parts("medicine", said.medicines(), this::tidy),
        parts("vaccination", said.vaccinations(), this::tidy),
        parts("allergy", said.allergies(), this::tidy),
        parts("condition", said.chronicConditions(), this::tidy),
        parts("referral", said.referrals(), this::tidy),
        parts(
            "birth",
            said.births(),
            (one, id) -> new Birth(or(one.id(), id), one.bornOn(), one.sex(), one.alive())),
        protection(present(said.protection()), items),
        said.electronicPrescription(),
        said.needsRehabilitation(),
        said.relationToEvent(),
        items(items),
        outcome(said.outcome()));
  }

  private static Diagnosis tidy(Diagnosis one) {
    return new Diagnosis(
        one.role(),
        text(one.code()),
        text(one.text()),
        one.clinicalStatus(),
        one.verificationStatus(),
        one.severity(),
        one.onsetOn());
  }

  private GivenMedicine tidy(GivenMedicine one, UUID id) {
    return new GivenMedicine(
        or(one.id(), id),
        one.medicineId(),
        text(one.name()),
        text(one.batch()),
        one.expiresOn(),
        one.quantity(),
        text(one.unit()),
        one.given(),
        text(one.dosage()));
  }

  private Vaccination tidy(Vaccination one, UUID id) {
    return new Vaccination(
        or(one.id(), id),
        one.medicineId(),
        text(one.vaccineCode()),
        text(one.vaccine()),
        text(one.batch()),
        one.expiresOn(),
        one.dose(),
        text(one.site()));
  }

  private Allergy tidy(Allergy one, UUID id) {
    return new Allergy(
        or(one.id(), id),
        one.category(),
        text(one.substance()),
        one.criticality(),
        text(one.reaction()),
        one.status());
  }

  private ChronicCondition tidy(ChronicCondition one, UUID id) {
    return new ChronicCondition(
        or(one.id(), id),
        text(one.code()),
        text(one.text()),
        one.onsetOn(),
        one.status(),
        one.medicineUntil());
  }

  private Referral tidy(Referral one, UUID id) {
    return new Referral(
        or(one.id(), id),
        one.kind(),
        text(one.destination()),
        text(one.speciality()),
        one.urgency(),
        one.transport(),
        text(one.reason()));
  }

  private static Outcome outcome(Outcome one) {
    return new Outcome(one.kind(), one.diedOn(), one.followUpOn(), text(one.referralTo()));
  }

  /** Items that speak of protection become flags, so that only who may see flags sees them. */
  private static List<Protection> protection(List<Protection> said, List<Integer> items) {
    var byFlag = new EnumMap<Protection.Flag, Protection>(Protection.Flag.class);
    items.stream()
        .flatMap(item -> Optional.ofNullable(PROTECTION_OF_ITEM.get(item)).stream())
        .forEach(flag -> byFlag.put(flag, new Protection(flag, null)));
    var noted = said.stream().map(one -> new Protection(one.flag(), text(one.note()))).toList();
    noted.stream().map(Protection::flag).filter(Objects::nonNull).forEach(byFlag::remove);
    return Stream.concat(noted.stream(), byFlag.values().stream()).sorted(BY_FLAG).toList();
  }

  private static List<Integer> items(List<Integer> said) {
    var items = new TreeSet<>(said);
    items.removeAll(PROTECTION_OF_ITEM.keySet());
    if (items.subSet(FIRST_DIAGNOSIS, true, OTHER_DIAGNOSIS, true).isEmpty()) {
      items.add(OTHER_DIAGNOSIS);
    }
    return List.copyOf(items);
  }

  private <P> List<P> parts(String kind, List<P> said, BiFunction<P, UUID, P> tidy) {
    var parts = present(said);
    return IntStream.range(0, parts.size())
        .mapToObj(rank -> tidy.apply(parts.get(rank), idOf(kind, rank)))
        .toList();
  }

  /** The same each time, so that a visit whose device makes no ids may be handed in again. */
  private UUID idOf(String kind, int rank) {
    var name = kind + rank;
    return UUID.nameUUIDFromBytes(
        ByteBuffer.allocate(16 + name.length())
            .putLong(revisionId.getMostSignificantBits())
            .putLong(revisionId.getLeastSignificantBits())
            .put(name.getBytes(StandardCharsets.US_ASCII))
            .array());
  }

  private UUID or(UUID id, UUID made) {
    return id == null || partsAreNew ? made : id;
  }

  private static Instant millis(Instant time) {
    return time == null ? null : time.truncatedTo(ChronoUnit.MILLIS);
  }

  private static String text(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static <P> List<P> present(List<P> parts) {
    return parts == null ? List.of() : parts;
  }
}
