package ua.vidnova.payments.cashcollection;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A receipt without its lines.
 *
 * @param number in the official's book
 * @param totalMinor kopiykas
 */
public record ListedReceipt(
    String number, UUID residentId, LocalDate handedOutOn, Witness witness, long totalMinor) {}
