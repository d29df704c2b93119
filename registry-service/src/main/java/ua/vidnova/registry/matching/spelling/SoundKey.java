package ua.vidnova.registry.matching.spelling;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import ua.vidnova.contracts.identifiers.LookAlikes;

/**
 * What remains of a name when everything is left out in which the spellings of Ukrainian, Russian
 * and the Latin tables differ: letters a to z, with C, S and Z for the sounds ч, ш or щ, and ж.
 *
 * <p>Latin is read by CMU №55 of 2010, the passport tables of 1995 and 2007, Russian passports
 * (Aleksei, Alexey, Nikolaevich, Nikolayevich), and the French-like ones of before (Serguei). The
 * key is coarse on purpose, so equal keys alone never prove anything.
 */
public final class SoundKey {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private static final String[] OF_CYRILLIC =
      table(
          """
          а a б b в v г h ґ h д d е e є e ё e э e ж Z з z и i і i ї i й i ы i к k л l м m н n \
          о o п p р r с s т t у u ф f х h ц c ч C ш S щ S ю iu я ia ў v\
          """);

  /** Groups of Latin letters that stand for one sound, each longest first. */
  private static final Map<Character, String[][]> LATIN_GROUPS =
      Map.ofEntries(
          groups('s', "shch S sch S sh S sz S"),
          groups('z', "zgh zh zh Z"),
          groups('k', "kh h"),
          groups('g', "gue he gui hi gh h g h"),
          groups('t', "tch C ts c tz c th t"),
          groups('c', "ch C cz C ck k c k"),
          groups('p', "ph f"),
          groups('o', "ou u"),
          groups('x', "x ks"),
          groups('q', "q k"),
          groups('w', "w v"),
          groups('y', "y i"),
          groups('j', "j i"));

  private static final String[][] NO_GROUPS = {};

  private SoundKey() {}

  /** The key of one word; empty when it has no letters. */
  public static String of(String word) {
    var composed = Normalizer.normalize(word, Normalizer.Form.NFC);
    var letters =
        hasCyrillic(composed)
            ? LookAlikes.toCyrillic(composed).toLowerCase(Locale.ROOT)
            : withoutMarks(composed.toLowerCase(Locale.ROOT));
    return reduce(sounds(letters));
  }

  /** Whether some letter is Cyrillic, so that the word is meant to be. */
  static boolean hasCyrillic(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) >= '\u0400' && text.charAt(at) <= '\u052f') {
        return true;
      }
    }
    return false;
  }

  private static String sounds(String text) {
    var sounds = new StringBuilder(text.length() + 4);
    for (int at = 0; at < text.length(); ) {
      var letter = text.charAt(at);
      if (letter < OF_CYRILLIC.length && OF_CYRILLIC[letter] != null) {
        sounds.append(OF_CYRILLIC[letter]);
        at++;
      } else if (letter == 'ь' && text.startsWith("ьо", at)) {
        sounds.append("io");
        at += 2;
      } else if (letter >= 'a' && letter <= 'z') {
        at = appendLatin(text, at, sounds);
      } else {
        at++;
      }
    }
    return sounds.toString();
  }

  private static int appendLatin(String text, int at, StringBuilder sounds) {
    for (var group : LATIN_GROUPS.getOrDefault(text.charAt(at), NO_GROUPS)) {
      if (text.startsWith(group[0], at)) {
        sounds.append(group[1]);
        return at + group[0].length();
      }
    }
    sounds.append(text.charAt(at));
    return at + 1;
  }

  /**
   * Марія, Мария, Mariia, Mariya and Maria come to one; so do Артем, Артём and Artyom: doubled
   * letters are one, i before e or o makes an e, and i before a or u is left out inside a word.
   */
  private static String reduce(String sounds) {
    var key = new StringBuilder(sounds.length());
    for (int at = 0; at < sounds.length(); at++) {
      var sound = sounds.charAt(at);
      var last = key.isEmpty() ? 0 : key.charAt(key.length() - 1);
      if (last == 'i' && (sound == 'e' || sound == 'o')) {
        key.setLength(key.length() - 1);
        append(key, 'e');
      } else if (last == 'i' && (sound == 'a' || sound == 'u') && key.length() > 1) {
        key.setLength(key.length() - 1);
        append(key, sound);
      } else {
        append(key, sound);
      }
    }
    return key.toString();
  }

  private static void append(StringBuilder key, char sound) {
    if (key.isEmpty() || key.charAt(key.length() - 1) != sound) {
      key.append(sound);
    }
  }

  private static String withoutMarks(String latin) {
    if (latin.chars().allMatch(letter -> letter < 128)) {
      return latin;
    }
    var spelled = latin.replace("š", "sh").replace("č", "ch").replace("ž", "zh").replace("ł", "l");
    return MARKS.matcher(Normalizer.normalize(spelled, Normalizer.Form.NFD)).replaceAll("");
  }

  private static String[] table(String pairs) {
    var table = new String['ґ' + 1];
    var words = pairs.split(" ", -1);
    for (int i = 0; i < words.length; i += 2) {
      table[words[i].charAt(0)] = words[i + 1];
    }
    return table;
  }

  private static Map.Entry<Character, String[][]> groups(char first, String pairs) {
    var words = pairs.split(" ", -1);
    var groups = new String[words.length / 2][];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = new String[] {words[2 * i], words[2 * i + 1]};
    }
    return Map.entry(first, groups);
  }
}
