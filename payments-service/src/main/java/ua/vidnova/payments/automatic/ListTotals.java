package ua.vidnova.payments.automatic;

/**
 * What a list comes to, in kopiykas.
 *
 * @param cases cases that are not refused or closed one by one
 * @param payableMinor arrears that are owed
 * @param firstPaymentMinor those of them that are paid at once
 */
public record ListTotals(long cases, long payableMinor, long firstPaymentMinor) {

  static final ListTotals NOTHING = new ListTotals(0, 0, 0);
}
