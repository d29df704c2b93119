package ua.vidnova.registry.matching;

import static ua.vidnova.registry.matching.ComparableProfile.FAMILY;
import static ua.vidnova.registry.matching.ComparableProfile.GIVEN;
import static ua.vidnova.registry.matching.ComparableProfile.PATRONYMIC;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ua.vidnova.registry.matching.spelling.NameDictionary;
import ua.vidnova.registry.matching.spelling.Spelling;

/**
 * What a record is filed under, so that others of the same person are found without comparing with
 * everybody. Two records are compared when they share a key. Keys are hashes: they tell nothing by
 * themselves, and a key too many costs a comparison, never an error.
 *
 * <p>The rules: РНОКПП; telephone; number of a paper; each word of the name with the birth date, in
 * whatever field it stands, day and month in either order; family name (present, former, or half of
 * a double one) with the year, and with day and month; given name and patronymic with the year, and
 * with day and month; the whole name without a date, its words in whatever field. So a pair is
 * found whatever single thing is wrong in one of the records, and mostly when two are.
 */
public final class MatchKeys {

  private static final int NUMBER_LENGTH_MIN = 4;

  private final Set<String> keys = new LinkedHashSet<>();

  private MatchKeys() {}

  /** The keys of a profile, in ascending order, each once; import copies them to match_key. */
  public static long[] of(MatchProfile profile) {
    return of(ComparableProfile.of(profile));
  }

  static long[] of(ComparableProfile person) {
    var keys = new MatchKeys();
    keys.addNumbers(person.profile());
    keys.addWholeNames(person);
    if (person.profile().birthDate() != null) {
      keys.addNames(person, person.profile().birthDate());
    }
    var digest = sha256();
    return keys.keys.stream().mapToLong(key -> hash(key, digest)).sorted().distinct().toArray();
  }

  private void addNumbers(MatchProfile profile) {
    addNumber("rnokpp", profile.rnokpp());
    addNumber("phone", profile.phone());
    profile.documents().forEach(document -> addNumber("paper", document.number()));
  }

  private void addNumber(String kind, String number) {
    if (number != null && number.length() >= NUMBER_LENGTH_MIN) {
      keys.add(kind + number);
    }
  }

  /** The three words in whatever fields, under each family name that the person has had. */
  private void addWholeNames(ComparableProfile person) {
    var given = person.part(GIVEN);
    var father = person.part(PATRONYMIC);
    if (isWord(given) && isWord(father)) {
      for (var family : person.everKnownAs(FAMILY)) {
        keys.add(
            Stream.of(nameOf(family, FAMILY), nameOf(given, GIVEN), nameOf(father, PATRONYMIC))
                .sorted()
                .collect(Collectors.joining("/", "whole-name", "")));
      }
    }
  }

  private void addNames(ComparableProfile person, PartialDate birth) {
    var day = dayOfYear(birth);
    for (var family : person.everKnownAs(FAMILY)) {
      for (var half : family.family().split("-")) {
        keys.add("family-year" + half + birth.year());
        if (day != null) {
          keys.add("family-day" + half + day);
        }
      }
    }
    if (day != null) {
      for (int part = FAMILY; part <= PATRONYMIC; part++) {
        addWord(person.part(part), part, birth.year() + day);
      }
    }
    var given = person.part(GIVEN);
    var father = person.part(PATRONYMIC);
    if (!given.isMissing() && !father.isMissing()) {
      var both = given.given() + "/" + father.father();
      keys.add("given-father-year" + both + birth.year());
      if (day != null) {
        keys.add("given-father-day" + both + day);
      }
    }
  }

  private void addWord(Spelling word, int part, String date) {
    if (isWord(word)) {
      keys.add("word-date" + nameOf(word, part) + date);
    }
  }

  private static boolean isWord(Spelling word) {
    return !word.isMissing() && !word.isInitial();
  }

  /** The name that a word is, of whichever kind, so that it is found in another field as well. */
  private static String nameOf(Spelling word, int part) {
    if (part == PATRONYMIC || word.isPatronymic()) {
      return "~" + word.father();
    }
    return NameDictionary.get().knowsGiven(word.given()) ? word.given() : word.family();
  }

  /** Day and month, smaller first; null when they are not known. */
  private static String dayOfYear(PartialDate date) {
    return date.isWhole()
        ? "-" + Math.min(date.month(), date.day()) + "-" + Math.max(date.month(), date.day())
        : null;
  }

  private static long hash(String key, MessageDigest digest) {
    return ByteBuffer.wrap(digest.digest(key.getBytes(StandardCharsets.UTF_8))).getLong();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What two careful registrations of one person have in common: given name and birth date. */
  static long sharedByDoubles(MatchProfile profile) {
    var shared = "double" + Spelling.of(profile.name().given()).given() + "/";
    return hash(shared + profile.birthDate(), sha256());
  }

  /** Whether two ascending lists of keys have one in common. */
  static boolean haveCommon(long[] a, long[] b) {
    return Arrays.stream(a).anyMatch(key -> Arrays.binarySearch(b, key) >= 0);
  }
}
