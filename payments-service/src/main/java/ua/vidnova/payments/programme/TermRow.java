package ua.vidnova.payments.programme;

/**
 * For how long a recurring programme is granted.
 *
 * @param months 1 to 600
 * @param extendsItself whether another term follows without an application
 */
public record TermRow(int months, boolean extendsItself, Basis basis) {}
