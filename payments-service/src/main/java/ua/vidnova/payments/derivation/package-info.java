/** How much each month was due and why: which act, which coefficient, which month. */
package ua.vidnova.payments.derivation;
