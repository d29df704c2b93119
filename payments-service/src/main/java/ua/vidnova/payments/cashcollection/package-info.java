/**
 * Cash that an official of the place collects for residents where no bank works (CMU №162): who may
 * do so, what was taken out, who got theirs, and what went back.
 */
package ua.vidnova.payments.cashcollection;
