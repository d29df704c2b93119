package ua.vidnova.bench.matching;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import ua.vidnova.bench.people.Settlements;
import ua.vidnova.bench.people.Weighted;
import ua.vidnova.bench.people.Weighted.Entry;

/**
 * Several mistakes of different kinds in one record, after the manner of FEBRL's generator of
 * duplicates (Christen and Pudjijono, "Accurate synthetic generation of realistic personal
 * information", 2009): typing, hearing, scanning, missing and exchanged values; so many for a
 * record, at most two for a field. It is like FEBRL; FEBRL's own data are Australian and are not
 * used.
 */
final class FebrlLike {
  private static final int FOR_FIELD_MAX = 2;

  private static final Weighted<Field> FIELDS =
      Weighted.of(
          Stream.of(Field.values()).map(field -> new Entry<>(field, field.weight)).toList());

  private static final Weighted<Corruptions.Slip> SLIPS =
      Weighted.of(
          List.<Entry<Corruptions.Slip>>of(
              new Entry<>(Slips::ofHand, 50),
              new Entry<>(Slips::ofEar, 30),
              new Entry<>(Slips::ofEye, 20)));

  private FebrlLike() {}

  private enum Field {
    FAMILY(20),
    GIVEN(20),
    PATRONYMIC(15),
    BIRTH_DATE(20),
    RNOKPP(10),
    PAPERS(5),
    PHONE(5),
    SETTLEMENT(5);

    private final int weight;

    Field(int weight) {
      this.weight = weight;
    }
  }

  /** One to three mistakes, most often one. */
  static void spoil(Draft draft, RandomGenerator random) {
    int mistakes = 1 + (random.nextInt(2) == 0 ? random.nextInt(1, 3) : 0);
    Map<Field, Integer> made = new EnumMap<>(Field.class);
    while (mistakes > 0) {
      var field = FIELDS.any(random);
      if (made.merge(field, 1, Integer::sum) <= FOR_FIELD_MAX) {
        spoil(draft, field, random);
        mistakes--;
      }
    }
  }

  private static void spoil(Draft draft, Field field, RandomGenerator random) {
    switch (field) {
      case FAMILY -> draft.family = SLIPS.any(random).in(draft.family, random);
      case GIVEN -> given(draft, random);
      case PATRONYMIC -> patronymic(draft, random);
      case BIRTH_DATE -> birthDate(draft, random);
      case RNOKPP ->
          draft.rnokpp =
              draft.rnokpp == null || random.nextBoolean()
                  ? null
                  : Slips.ofDigit(draft.rnokpp, random);
      case PAPERS -> draft.documents.clear();
      case PHONE ->
          draft.phone =
              draft.phone == null || random.nextBoolean()
                  ? null
                  : Slips.ofDigit(draft.phone, random);
      case SETTLEMENT -> draft.settlement = Settlements.any(random);
    }
  }

  private static void given(Draft draft, RandomGenerator random) {
    if (random.nextInt(8) == 0) {
      Corruptions.swappedNames(draft, random);
    } else if (random.nextInt(10) == 0) {
      draft.given = draft.given.substring(0, 1);
    } else {
      draft.given = SLIPS.any(random).in(draft.given, random);
    }
  }

  private static void patronymic(Draft draft, RandomGenerator random) {
    draft.patronymic =
        draft.patronymic == null || random.nextInt(4) == 0
            ? null
            : SLIPS.any(random).in(draft.patronymic, random);
  }

  private static void birthDate(Draft draft, RandomGenerator random) {
    if (random.nextInt(8) == 0) {
      Corruptions.yearOnly(draft, random);
    } else {
      Slips.inDate(draft, random);
    }
  }
}
