package ua.vidnova.contracts.identifiers;

/** Strings of ASCII digits and their weighted sums, on which check digits rest. */
final class Digits {

  private Digits() {}

  static boolean areExactly(int length, String text) {
    return text != null
        && text.length() == length
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  static int weightedSum(String digits, int[] weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += (digits.charAt(i) - '0') * weights[i];
    }
    return sum;
  }
}
