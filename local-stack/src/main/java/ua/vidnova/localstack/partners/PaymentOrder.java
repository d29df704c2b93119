package ua.vidnova.localstack.partners;

/**
 * One payment in a file that a partner took.
 *
 * @param reference the instruction's id, in the form in which the file has it
 * @param amount hryvnias with two decimals
 */
public record PaymentOrder(String reference, String amount) {}
