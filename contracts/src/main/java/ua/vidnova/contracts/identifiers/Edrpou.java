package ua.vidnova.contracts.identifiers;

/** ЄДРПОУ, the number of a legal entity in the state register: eight digits, the last a check. */
public final class Edrpou {

  private static final int[] WEIGHTS = {1, 2, 3, 4, 5, 6, 7};
  private static final int[] WEIGHTS_OF_THE_MIDDLE_RANGE = {7, 1, 2, 3, 4, 5, 6};

  private Edrpou() {}

  /**
   * Whether this is eight digits with a right check digit; says nothing of whether it is issued.
   */
  public static boolean isValid(String number) {
    return Digits.areExactly(8, number)
        && Integer.parseInt(number) > 0
        && number.charAt(7) - '0' == checkDigit(number);
  }

  private static int checkDigit(String number) {
    int value = Integer.parseInt(number);
    int[] weights =
        value > 30_000_000 && value < 60_000_000 ? WEIGHTS_OF_THE_MIDDLE_RANGE : WEIGHTS;
    int check = Digits.weightedSum(number, weights) % 11;
    if (check < 10) {
      return check;
    }
    int digitSum = Digits.weightedSum(number, new int[] {1, 1, 1, 1, 1, 1, 1});
    return (Digits.weightedSum(number, weights) + 2 * digitSum) % 11 % 10;
  }
}
