package ua.vidnova.payments.derivation;

import java.time.YearMonth;
import java.util.List;

/**
 * What is due for a month, and how it came about.
 *
 * @param amountMinor kopiykas
 * @param gaps what the law book lacks for it; the amount is then without these steps
 */
public record DerivedMonth(YearMonth month, long amountMinor, List<Step> steps, List<Gap> gaps) {}
