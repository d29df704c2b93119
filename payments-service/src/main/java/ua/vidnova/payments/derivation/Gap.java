package ua.vidnova.payments.derivation;

import java.time.YearMonth;
import ua.vidnova.payments.law.LawCode;

/**
 * A value of law that a month needs and that is not loaded.
 *
 * @param dimension empty when the value is the same for all
 * @param month the first month that lacks it
 */
public record Gap(LawCode code, String dimension, YearMonth month) {}
